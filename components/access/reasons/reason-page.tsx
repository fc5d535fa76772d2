import { getTranslations } from 'next-intl/server'
import { PageHeading } from '@/components/ui/page-heading'
import type { ReasonGround } from '@/lib/access/reasons/queries'
import { reasonCodes } from '@/lib/access/reasons/rules'
import { ReasonForm } from './reason-form'

/** Asked once a day for each person a colleague is responsible for. Says what becomes of the answer. */
export async function ReasonPage({ personId, to, ground }: { personId: string; to: string; ground: ReasonGround }) {
  const t = await getTranslations('access.reason')
  const reasons = reasonCodes.filter((code) => code !== 'other').map((code) => ({ code, label: t(`code.${code}`) }))
  return (
    <>
      <PageHeading title={t('title', { name: ground.name })} lead={t('lead', { names: ground.responsible.join(', ') })} />
      <ReasonForm personId={personId} to={to} reasons={reasons} texts={{ other: t('other'), note: t('note'), noteHelp: t('noteHelp'), submit: t('submit') }} />
      <p className="mt-6 max-w-prose text-sm text-muted">{t('after', { names: ground.responsible.join(', ') })}</p>
    </>
  )
}
