'use client'

import { useActionState } from 'react'
import { ActionButton } from '@/components/ui/action-button'
import { SubmitButton } from '@/components/ui/submit-button'
import { endFeed, startFeed } from '@/lib/outreach/talks/actions'

type Props = { on: boolean; texts: Record<'start' | 'end' | 'address', string> }

/** No submission id on purpose: the answer holds the secret address, and answers to submissions are kept. */
export function FeedForm({ on, texts }: Props) {
  const [state, submit] = useActionState(startFeed, null)
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
      {on && <ActionButton action={endFeed} size="small" variant="quiet">{texts.end}</ActionButton>}
    </div>
  )
}
