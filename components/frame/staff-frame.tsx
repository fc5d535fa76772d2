import Link from 'next/link'
import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { CommandPalette } from '@/components/ui/command-palette'
import { SendAgain } from '@/components/ui/send-again'
import { SkipLink } from '@/components/ui/skip-link'
import { Toast } from '@/components/ui/toast'
import { can, type Actor } from '@/lib/access/permissions'
import { flashOf } from '@/lib/platform/flash-words'
import { AccountMenu } from './account-menu'
import { FrameNav } from './frame-nav'
import { places } from './navigation'
import { QuickLogLink } from './quick-log-link'

/** The bar that is always there: where one may go, search, and who one is. */
export async function StaffFrame({ actor, children }: { actor: Actor | null; children: ReactNode }) {
  const t = await getTranslations('frame')
  if (!actor) return <div data-density="staff"><main id="content" className="mx-auto max-w-6xl p-6">{children}</main></div>
  const items = places.filter((place) => can(actor, place.permission)).map((place) => ({ href: place.href, also: place.also, label: t(`places.${place.key}`) }))
  const flash = flashOf((await cookies()).get('indgang-flash')?.value ?? null)
  return (
    <div data-density="staff" className="min-h-dvh bg-page">
      <SkipLink />
      <header className="no-print border-b border-line bg-surface">
        <div className="mx-auto flex max-w-[90rem] flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 md:px-6">
          <Link href="/" prefetch={false} className="text-lg font-semibold text-ink no-underline">{t('name')}</Link>
          <div className="ml-auto flex items-center gap-3">
            {can(actor, 'contact.record') && <QuickLogLink label={t('quickLog')} />}
            {can(actor, 'person.search') && <CommandPalette places={items} endpoint="/api/palette" />}
            <AccountMenu name={actor.name} title={actor.title ?? t(`roles.${actor.roles[0] ?? 'none'}`)} />
          </div>
          <div className="min-w-0 basis-full"><FrameNav label={t('navigation')} items={items} /></div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto max-w-[90rem] px-4 py-6 md:px-6">{children}</main>
      <SendAgain />
      <Toast message={flash?.text ?? null} link={flash?.link} cookie="indgang-flash" />
    </div>
  )
}
