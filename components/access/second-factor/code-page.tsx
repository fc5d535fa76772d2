import { getTranslations } from 'next-intl/server'
import { enterCode } from '@/lib/access/second-factor/actions'
import { CodeForm } from './code-form'

export async function CodePage({ next }: { next?: string }) {
  const t = await getTranslations('secondFactor')
  return (
    <main id="content" className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-6 px-4 py-10">
      <header><h1>{t('codeTitle')}</h1><p className="mt-1 text-muted">{t('codeLead')}</p></header>
      <CodeForm action={enterCode} next={next} texts={{ code: t('code'), help: t('codeHelp'), submit: t('codeSubmit') }} />
      <p className="text-muted">{t('lost')}</p>
      <p><a href="/sign-in">{t('other')}</a></p>
    </main>
  )
}
