import Link from 'next/link'
import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SignOutForm } from '@/components/access/sign-out-form'
import { SendAgain } from '@/components/ui/send-again'
import { SkipLink } from '@/components/ui/skip-link'
import { Toast } from '@/components/ui/toast'
import { flashOf } from '@/lib/platform/flash-words'

/** Whose door it is: where it leads, and the texts it speaks in. */
const doors = { volunteer: { href: '/min-side', texts: 'ownPage.frame' }, association: { href: '/min-forening', texts: 'ownAssociation.frame' } } as const

/** The calm frame of those who work beside the municipality: their own page, their account, and the way out. One column, made for the phone. */
export async function OwnFrame({ door, signedIn, children }: { door: keyof typeof doors; signedIn: boolean; children: ReactNode }) {
  const { href, texts } = doors[door]
  const [t, frame] = [await getTranslations(texts), await getTranslations('frame')]
  const flash = flashOf((await cookies()).get('indgang-flash')?.value ?? null)
  return (
    <div className="min-h-dvh bg-page">
      <SkipLink />
      <header className="no-print border-b border-line bg-surface">
        <div className="mx-auto flex max-w-3xl flex-wrap items-center gap-x-5 gap-y-2 px-4 py-3">
          <Link href={href} prefetch={false} className="text-lg font-semibold text-ink no-underline">{t('home')}</Link>
          {signedIn && <nav aria-label={t('navigation')} className="ml-auto flex flex-wrap items-center gap-x-5 gap-y-1"><Link href="/account" prefetch={false}>{t('account')}</Link><SignOutForm label={frame('signOut')} /></nav>}
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto max-w-3xl px-4 py-6">{children}</main>
      <SendAgain />
      <Toast message={flash?.text ?? null} link={flash?.link} cookie="indgang-flash" />
    </div>
  )
}
