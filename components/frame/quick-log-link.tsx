'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { Icon } from '@/components/ui/icon'
import { KeyHint } from '@/components/ui/key-hint'
import { isTyped, lettersAreOn } from './shortcuts'

const person = /^\/people\/([0-9a-f-]{36})(?:\/|$)/

/** `L`: writes a contact, from anywhere. On a person’s page it is about them; afterwards one is back where one was. */
export function QuickLogLink({ label }: { label: string }) {
  const path = usePathname()
  const router = useRouter()
  const [, id] = person.exec(path) ?? []
  const query = new URLSearchParams([...(id ? [['person', id]] : []), ...(path === '/' || path === '/contacts/new' ? [] : [['back', path]])])
  const href = `/contacts/new${query.size > 0 ? `?${query}` : ''}`

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'l' || isTyped(event) || !lettersAreOn()) return
      event.preventDefault()
      const open = document.querySelector<HTMLElement>('#log input[type=radio]')
      if (open) open.focus()
      else router.push(href)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [href, router])

  return (
    <a href={href} className="btn btn-secondary no-print gap-2!" aria-keyshortcuts="L">
      <Icon name="plus" />
      <span className="max-md:sr-only">{label}</span>
      <span aria-hidden="true" className="max-lg:hidden"><KeyHint keys="L" /></span>
    </a>
  )
}
