import Link from 'next/link'
import type { ReactNode } from 'react'

export type NavItem = { href: string; label: ReactNode; current: boolean }

/** The main places of the product, in the frame. Scrolls sideways where they do not fit. */
export function NavTabs({ label, items }: { label: string; items: NavItem[] }) {
  return (
    <nav aria-label={label} className="no-print min-w-0">
      <ul className="nav-tabs">
        {items.map((item) => (
          <li key={item.href}>
            <Link href={item.href} prefetch={false} aria-current={item.current ? 'page' : undefined}>
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
