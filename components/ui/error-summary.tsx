'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, type MouseEvent } from 'react'
import { summaryOf, type FormState } from './form-state'
import { Icon } from './icon'
import { ProofField } from './proof-field'

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
  const summary = summaryOf(state, scope)
  useEffect(() => {
    if (summaryOf(state, scope)) box.current?.focus()
  }, [state, scope])

  if (state?.stepUp) return <ProofField state={state} />
  if (!summary) return null
  const { message, lines } = summary
  return (
    <div ref={box} role="alert" tabIndex={-1} autoFocus className="alert alert-error" aria-labelledby={`error-summary-${scope ?? 'form'}`}>
      <Icon name="error" className="text-error" />
      <div>
        <h2 id={`error-summary-${scope ?? 'form'}`} className="alert-title">
          {message ?? t('title', { count: lines.length })}
        </h2>
        {message && lines.length > 0 && <p>{t('title', { count: lines.length })}:</p>}
        <ul className="space-y-0.5">
          {lines.map(({ id, text }) => (
            <li key={text}>
              <a href={`#${id}`} onClick={(event) => goTo(event, id)} className="font-medium">
                {text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
