'use client'

import { useActionState } from 'react'
import { ActionButton } from './action-button'
import type { FormState } from './form-state'
import { SubmitButton } from './submit-button'

type Action = (previous: FormState, formData: FormData) => Promise<FormState>
type Props = { on: boolean; start: Action; end: Action; texts: Record<'start' | 'end' | 'address', string> }

/** The secret address of one's own calendar. No submission id on purpose: the answer holds the secret address, and answers to submissions are kept. */
export function FeedForm({ on, start, end, texts }: Props) {
  const [state, submit] = useActionState(start, null)
  return (
    <div className="space-y-3">
      <form action={submit}><SubmitButton variant="secondary" size="small">{texts.start}</SubmitButton></form>
      {state?.ok && state.message && (
        <div role="status" className="alert alert-info block">
          <p>{texts.address}</p>
          <input readOnly className="control mt-2" aria-label={texts.address} value={state.message} onFocus={(event) => event.target.select()} />
        </div>
      )}
      {state && !state.ok && <p role="alert" className="text-error-ink">{state.message}</p>}
      {on && <ActionButton action={end} size="small" variant="quiet">{texts.end}</ActionButton>}
    </div>
  )
}
