import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SkipLink } from '@/components/ui/skip-link'
import type { PublicMunicipality } from '@/lib/portal/municipality'
import { LanguageSwitch } from './language-switch'

/** The frame of everything the public sees: who we are, the language, a telephone number. The same for everybody, whatever code they hold. */
export async function PublicFrame({ municipality, children }: { municipality: PublicMunicipality | null; children: ReactNode }) {
  const [t, locale] = await Promise.all([getTranslations('portal.layout'), getLocale()])
  const languages = [{ code: 'da', name: t('danish') }, { code: 'en', name: t('english') }]
  return (
    <div className="flex min-h-dvh flex-col bg-page">
      <SkipLink />
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex max-w-3xl flex-wrap items-center justify-between gap-3 px-4 py-3">
          <p className="text-lg font-semibold">{municipality?.name ?? t('noName')}</p>
          <LanguageSwitch label={t('language')} current={locale} languages={languages} />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-3xl flex-1 px-4 py-8 md:py-12">{children}</main>
      <footer className="border-t border-line bg-surface">
        <div className="mx-auto flex max-w-3xl flex-wrap justify-between gap-x-8 gap-y-2 px-4 py-5 text-sm">
          <p>{[municipality?.name, ...(municipality?.addressLines ?? [])].filter(Boolean).join(', ')}</p>
          {municipality && <p><a href={`tel:${municipality.phone.replace(/\s/g, '')}`}>{t('call', { phone: municipality.phone })}</a></p>}
          <p className="no-print"><Link href="/tilgaengelighed" prefetch={false}>{t('accessibility')}</Link></p>
        </div>
      </footer>
    </div>
  )
}
