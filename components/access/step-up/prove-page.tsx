import { getTranslations } from 'next-intl/server'
import { Alert } from '@/components/ui/alert'
import { PageHeading } from '@/components/ui/page-heading'
import { ProviderForm } from '../provider-form'
import { ProveForm } from './prove-form'

type Props = { next: string; how: 'password' | 'code' | 'provider'; proved: boolean }

/** Before a file or a page that asks for it. Afterwards a plain link: what is fetched may be a file, which leads nowhere by itself. */
export async function ProvePage({ next, how, proved }: Props) {
  const t = await getTranslations('access.prove')
  if (proved) return <div className="max-w-lg"><PageHeading title={t('title')} /><Alert tone="success" title={t('done')}>{next === '/prove' ? t('providerDone') : <a href={next}>{t('go')}</a>}</Alert></div>
  return (
    <div className="max-w-lg">
      <PageHeading title={t('title')} lead={t('lead')} />
      {how === 'provider' ? <ProviderForm next={`/prove?next=${encodeURIComponent(next)}`} label={t('provider')} again /> : <ProveForm next={next} how={how} submit={t('submit')} />}
    </div>
  )
}
