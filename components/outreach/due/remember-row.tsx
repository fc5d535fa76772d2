'use client'

import type { MouseEvent, ReactNode } from 'react'

/** Notes in the address which row was opened, so that Back marks it. The id is no name and stays within the list's own address. */
export function RememberRow({ children }: { children: ReactNode }) {
  const remember = (event: MouseEvent<HTMLDivElement>) => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('a.row-link')
    const id = link && /\/people\/([0-9a-f-]{36})$/.exec(link.pathname)?.[1]
    if (!id) return
    const here = new URL(window.location.href)
    here.searchParams.set('last', id)
    here.searchParams.delete('undo')
    window.history.replaceState(window.history.state, '', here)
  }
  // Only listens on the way to links that are there without it.
  return <div onClickCapture={remember}>{children}</div>
}
