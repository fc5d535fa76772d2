'use client'

import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { Icon } from './icon'
import { KeyHint } from './key-hint'
import type { PaletteItem } from './palette-items'

const CommandPaletteDialog = dynamic(() => import('./command-palette-dialog').then((module) => module.CommandPaletteDialog), { ssr: false })

type Props = {
  /** The places this reader may go, searched at once. */
  places: PaletteItem[]
  /** Answers POST {query} with {groups: [{label, items: [{label, href, hint}]}]}. POST keeps names out of addresses and logs. */
  endpoint: string
}

/** `Ctrl K`: search and go, from anywhere. Only the button and the key are here; the rest is fetched when first opened. */
export function CommandPalette({ places, endpoint }: Props) {
  const t = useTranslations('ui.palette')
  const [opened, setOpened] = useState(0)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setOpened((times) => times + 1)
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  return (
    <>
      <button
        type="button"
        className="btn btn-secondary no-print gap-2! font-normal! border-edge! text-muted!"
        onClick={() => setOpened((times) => times + 1)}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K">
        <Icon name="search" />
        <span className="max-md:sr-only">{t('open')}</span>
        <span aria-hidden="true" className="max-lg:hidden">
          <KeyHint keys="Ctrl K" />
        </span>
      </button>
      {opened > 0 && <CommandPaletteDialog opened={opened} places={places} endpoint={endpoint} />}
    </>
  )
}
