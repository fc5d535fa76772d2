'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { FormState } from './form-state'

/** Asks who it is before the form does what it does. Everything else in the form stays as it was typed. Nothing where the form does not ask. */
export function ProofField({ state, bare }: { state: FormState; /** Where the page itself is the question. */ bare?: boolean }) {
  const t = useTranslations('ui.proof')
  const id = useId()
  if (!state?.stepUp) return null
  return (
    <div role="group" aria-labelledby={`${id}-title`} className="alert alert-info basis-full">
      <div className="min-w-0 flex-1 space-y-2">
        <p id={`${id}-title`} className={bare ? 'sr-only' : 'alert-title'}>{t('title')}</p>
        {!bare && <p>{t(state.stepUp === 'provider' ? 'provider' : 'lead')}</p>}
        {state.message && <p role="alert" className="text-error-ink">{state.message}</p>}
        {state.stepUp === 'provider' ? <a href="/prove?next=/prove" target="_blank" rel="noreferrer">{t('providerLink')}</a> : (
          <div className="field">
            <label htmlFor={id}>{t(state.stepUp)}</label>
            {/* The question came in answer to what the reader just did: it takes the focus. */}
            <input key={state.message} id={id} name="proof" type="password" autoComplete="current-password" autoFocus className="control max-w-80" aria-invalid={Boolean(state.message) || undefined} />
          </div>
        )}
      </div>
    </div>
  )
}
