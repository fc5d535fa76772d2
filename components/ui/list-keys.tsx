'use client'

import { useRouter } from 'next/navigation'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import { keepList } from './list-memory'

type Props = {
  /** What the list is called where one goes on from a row of it to the next. */
  label: string
  /** The list without what is open beside it. */
  href: string
  /** The row that is open beside the list. */
  open: string | null
  children: ReactNode
}

const rowsOf = (list: HTMLElement) => [...list.querySelectorAll<HTMLAnchorElement>('a.row-link')]
const idOf = (link: HTMLAnchorElement) => /[0-9a-f-]{36}/.exec(link.pathname)?.[0] ?? ''
/** Somebody who holds the key down passes rows; only where they stop is looked at, and noted in the log. */
const REST = 300

/**
 * A list by keyboard: up and down from row to row, the space bar looks at one beside the list, Escape closes it; Enter opens, as on any link. Notes which row was
 * opened, so that Back marks it and its page knows the next one. All of it is links that are there without this.
 */
export function ListKeys({ label, href, open, children }: Props) {
  const router = useRouter()
  const list = useRef<HTMLDivElement>(null)
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(rest.current), [])

  const look = (id: string) => router.replace(`${href}&open=${id}`, { scroll: false })
  const remember = (event: MouseEvent) => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('a.row-link')
    if (!link || !list.current) return
    const here = `${href}&last=${idOf(link)}`
    keepList({ href: here, label, rows: rowsOf(list.current).map((row) => row.pathname) })
    window.history.replaceState(window.history.state, '', here)
  }
  const press = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    if (event.altKey || event.ctrlKey || event.metaKey || target.closest('input, select, textarea, [contenteditable]') || !list.current) return
    const rows = rowsOf(list.current)
    const at = rows.findIndex((row) => row === target || (open !== null && !rows.includes(target as HTMLAnchorElement) && idOf(row) === open))
    if (event.key === 'Escape' && open) return void router.replace(`${href}&last=${open}`, { scroll: false })
    if (event.key === ' ' && rows[at] === target) return void (event.preventDefault(), look(idOf(rows[at])))
    const next = event.key === 'ArrowDown' ? rows[at + 1] : event.key === 'ArrowUp' ? rows[Math.max(at - 1, 0)] : undefined
    if (!next) return
    event.preventDefault()
    next.focus()
    clearTimeout(rest.current)
    if (open) rest.current = setTimeout(() => look(idOf(next)), REST)
  }
  // Only listens on the way to links that are there without it.
  return <div ref={list} onClickCapture={remember} onKeyDown={press}>{children}</div>
}
