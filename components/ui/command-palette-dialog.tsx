'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Icon } from './icon'
import { matchPlaces, moveChoice, type PaletteGroup, type PaletteItem } from './palette-items'
import { usePaletteSearch } from './use-palette-search'

/** Opens anew each time `opened` grows, with whom one opened last and the places before anything is typed. Focus stays in the input; the chosen option is told by aria-activedescendant. */
export function CommandPaletteDialog({ opened, places, endpoint }: { opened: number; places: PaletteItem[]; endpoint: string }) {
  const t = useTranslations('ui.palette')
  const router = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)
  const [query, setQuery] = useState('')
  const [choice, setChoice] = useState(0)
  const [closed, setClosed] = useState(0)
  const { groups: found, status } = usePaletteSearch(endpoint, opened > closed ? query : null)
  const own = matchPlaces(places, query)
  const groups: PaletteGroup[] = own.length > 0 ? [...found, { label: t('places'), items: own }] : found
  const options = groups.flatMap((group) => group.items)
  const active = options.length > 0 ? Math.min(choice, options.length - 1) : -1

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [opened])
  useEffect(() => {
    document.getElementById(`palette-option-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const go = (item: PaletteItem | undefined) => {
    if (!item) return
    dialog.current?.close()
    router.push(item.href)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setChoice(moveChoice(active, options.length, event.key === 'ArrowDown' ? 1 : -1))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      go(options[active])
    }
  }

  return (
    <dialog
      ref={dialog}
      className="dialog palette"
      aria-label={t('title')}
      onClose={() => {
        setQuery('')
        setChoice(0)
        setClosed(opened)
      }}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close()
      }}>
      <div className="palette-input">
        <Icon name="search" />
        <input
          role="combobox"
          aria-expanded={options.length > 0}
          aria-controls="palette-options"
          aria-autocomplete="list"
          autoFocus
          aria-activedescendant={active >= 0 ? `palette-option-${active}` : undefined}
          aria-label={t('title')}
          placeholder={t('placeholder')}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setChoice(0)
          }}
          onKeyDown={onKeyDown}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <PaletteOptions groups={groups} active={active} onPick={go} />
      {status === 'failed' && <p className="px-4 py-2 text-sm font-semibold text-error-ink">{t('failed')}</p>}
      {options.length === 0 && status === 'idle' && <p className="px-4 py-4 text-muted">{t('none', { query })}</p>}
      <p role="status" className="sr-only">
        {status === 'busy' ? t('busy') : t('found', { count: options.length })}
      </p>
      <p className="border-t border-line px-4 py-2 text-xs text-muted">{t('help')}</p>
    </dialog>
  )
}

function PaletteOptions({ groups, active, onPick }: { groups: PaletteGroup[]; active: number; onPick: (item: PaletteItem) => void }) {
  const t = useTranslations('ui.palette')
  const starts = groups.map((_, index) => groups.slice(0, index).reduce((sum, group) => sum + group.items.length, 0))
  return (
    <div id="palette-options" role="listbox" aria-label={t('title')} className="palette-list">
      {groups.map((group, at) => (
        <div key={group.label} role="group" aria-labelledby={`palette-group-${at}`}>
          <p id={`palette-group-${at}`} className="eyebrow" role="presentation">
            {group.label}
          </p>
          {group.items.map((item, index) => {
            const position = (starts[at] ?? 0) + index
            return (
              <div
                key={item.href + item.label}
                id={`palette-option-${position}`}
                role="option"
                aria-selected={position === active}
                onClick={() => onPick(item)}>
                <span>{item.label}</span>
                {item.hint && <span className="ms-auto text-sm text-muted">{item.hint}</span>}
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}
