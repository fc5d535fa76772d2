import Link from 'next/link'
import type { ReactNode } from 'react'
import { CountBadge } from './count-badge'

export type TabItem = { href: string; label: ReactNode; current: boolean; count?: number; countLabel?: string }

/** Views of one thing, as links: each has its own address. */
export function Tabs({ label, items }: { label: string; items: TabItem[] }) {
  return (
    <nav aria-label={label} className="no-print">
      <ul className="tabs">
        {items.map((item) => (
          <li key={item.href}>
            <Link href={item.href} prefetch={false} aria-current={item.current ? 'page' : undefined}>
              {item.label}
              {item.count !== undefined && <CountBadge count={item.count} label={item.countLabel} />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
