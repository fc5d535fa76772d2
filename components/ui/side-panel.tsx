import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Icon } from './icon'

/** A list or page with a panel beside it (under it where there is no room). */
export function SideLayout({ children, panel }: { children: ReactNode; panel: ReactNode }) {
  return (
    <div className={panel ? 'side-layout' : undefined}>
      <div className="min-w-0">{children}</div>
      {panel}
    </div>
  )
}

/** One row opened beside its list. What is open stands in the address: `closeHref` is the list without it. */
export function SidePanel({ title, closeHref, children }: { title: string; closeHref?: string; children: ReactNode }) {
  const t = useTranslations('ui.panel')
  return (
    <aside className="side-panel" aria-label={title}>
      <div className="flex items-start justify-between gap-3 px-(--card-pad) pt-3">
        <h2 className="min-w-0">{title}</h2>
        {closeHref && (
          <Link href={closeHref} prefetch={false} scroll={false} className="icon-button no-print" aria-label={t('close')}>
            <Icon name="close" />
          </Link>
        )}
      </div>
      <div className="px-(--card-pad) pt-2 pb-(--card-pad)">{children}</div>
    </aside>
  )
}
