'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, type MouseEvent } from 'react'
import { summaryLines, type FormState } from './form-state'
import { Icon } from './icon'

/** Goes to the first control that is wrong, with its label or legend in view, not only its box. */
function goTo(event: MouseEvent<HTMLAnchorElement>, id: string) {
  const target = document.getElementById(id)
  if (!target) return
  event.preventDefault()
  const control = target.matches('fieldset')
    ? (target.querySelector<HTMLElement>('[aria-invalid="true"]') ?? target.querySelector<HTMLElement>('input, select, textarea') ?? target)
    : target
  const heading = target.matches('fieldset') ? target.querySelector('legend') : document.querySelector(`label[for="${CSS.escape(id)}"]`)
  ;(heading ?? target).scrollIntoView({ block: 'center' })
  control.focus({ preventScroll: true })
}

/** Everything that stopped the form, at its top, with a link to each field. Takes focus each time the form comes back. */
export function ErrorSummary({ state, scope }: { state: FormState; scope?: string }) {
  const t = useTranslations('ui.errorSummary')
  const box = useRef<HTMLDivElement>(null)
  const lines = summaryLines(state, scope)
  useEffect(() => {
    if (summaryLines(state, scope).length > 0) box.current?.focus()
  }, [state, scope])

  if (lines.length === 0) return null
  return (
    <div ref={box} role="alert" tabIndex={-1} autoFocus className="alert alert-error" aria-labelledby={`error-summary-${scope ?? 'form'}`}>
      <Icon name="error" className="text-error" />
      <div>
        <h2 id={`error-summary-${scope ?? 'form'}`} className="alert-title">{t('title', { count: lines.length })}</h2>
        <ul className="list-none space-y-0.5">
          {lines.map(({ id, text }) => (
            <li key={text}>{id ? <a href={`#${id}`} onClick={(event) => goTo(event, id)} className="font-medium">{text}</a> : text}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
