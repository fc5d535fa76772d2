'use client'

import { useEffect, useRef, useSyncExternalStore } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { insertAt } from '@/lib/casework/standard-texts/rules'

export type ListedText = { id: string; name: string; text: string }
type Props = { texts: ListedText[]; words: Record<string, string> }

const scripts = () => () => undefined

/** Standard texts under the note of a form, put in where the cursor last stood. Without scripts they stand there to be copied. */
export function TextList({ texts, words }: Props) {
  const place = useRef<HTMLDetailsElement>(null)
  const last = useRef<HTMLTextAreaElement | null>(null)
  const running = useSyncExternalStore(scripts, () => true, () => false)
  useEffect(() => {
    const form = place.current?.closest('form')
    const seen = ({ target }: FocusEvent) => { if (target instanceof HTMLTextAreaElement) last.current = target }
    form?.addEventListener('focusin', seen)
    return () => form?.removeEventListener('focusin', seen)
  }, [])
  const put = (text: string) => {
    const area = last.current?.isConnected ? last.current : place.current?.closest('form')?.querySelector('textarea')
    if (!area) return
    const made = insertAt(area.value, area.selectionStart, area.selectionEnd, text)
    area.setRangeText(made.value, 0, area.value.length)
    area.focus()
    area.setSelectionRange(made.cursor, made.cursor)
    // So that the draft is kept, as when it had been typed.
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }
  return (
    <details ref={place} className="explain">
      <summary>{words.title}</summary>
      <ul className="mt-2 space-y-2">
        {texts.map(({ id, name, text }) => (
          <li key={id} className="border-s-3 border-line ps-3">
            <p className="font-semibold">{name}</p>
            <p className="text-sm whitespace-pre-line">{text}</p>
            {running && <button type="button" className={buttonStyle('quiet', 'small')} onClick={() => put(text)}>{words.insert}<span className="sr-only"> {name}</span></button>}
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm">{texts.length === 0 ? words.none : ''} <a href="/texts">{words.keep}</a></p>
    </details>
  )
}
