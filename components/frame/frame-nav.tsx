'use client'

import { usePathname } from 'next/navigation'
import { NavTabs } from '@/components/ui/nav-tabs'

/** Marks the place one is in: the longest address that the present one begins with. */
export function FrameNav({ label, items }: { label: string; items: { href: string; label: string }[] }) {
  const path = usePathname()
  const current = items.filter((item) => path === item.href || (item.href !== '/' && path.startsWith(`${item.href}/`))).sort((a, b) => b.href.length - a.href.length)[0]
  return <NavTabs label={label} items={items.map((item) => ({ ...item, current: item === current }))} />
}
