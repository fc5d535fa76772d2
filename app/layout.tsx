import './globals.css'
import type { Metadata, Viewport } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages } from 'next-intl/server'
import { TypedMeanwhile } from '@/components/ui/typed-meanwhile'

export const metadata: Metadata = { title: { default: 'Indgang', template: '%s · Indgang' }, robots: { index: false }, referrer: 'same-origin' }
export const viewport: Viewport = { width: 'device-width', initialScale: 1 }
// Every page depends on who asks and carries a nonce: nothing is ever made in advance or shared.
export const dynamic = 'force-dynamic'

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const [locale, messages] = await Promise.all([getLocale(), getMessages()])
  return (
    <html lang={locale}>
      <body>
        <NextIntlClientProvider messages={{ ui: messages.ui } as never}>{children}</NextIntlClientProvider>
        <TypedMeanwhile />
      </body>
    </html>
  )
}
