import Link from 'next/link'
import type { ReactNode } from 'react'
import { Icon } from './icon'

export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className="no-print inline-flex min-h-(--target) items-center gap-1">
      <Icon name="back" />
      {children}
    </Link>
  )
}
