'use client'

import { usePathname } from 'next/navigation'
import { NavTabs } from '@/components/ui/nav-tabs'

type Item = { href: string; label: string; also?: readonly string[] }

/** Marks the place one is in: of the longest address that the present one begins with. */
export function FrameNav({ label, items }: { label: string; items: Item[] }) {
  const path = usePathname()
  const length = ({ href, also = [] }: Item) => Math.max(0, ...[href, ...also].filter((one) => path === one || (one !== '/' && path.startsWith(`${one}/`))).map((one) => one.length))
  const current = items.filter((item) => length(item) > 0).sort((a, b) => length(b) - length(a))[0]
  return <NavTabs label={label} items={items.map(({ href, label: text }) => ({ href, label: text, current: current?.href === href }))} />
}
