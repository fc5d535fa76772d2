'use client'

import { useActionState } from 'react'
import { ProofField } from '@/components/ui/proof-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { revealAddress } from '@/lib/people/places/actions'

type Props = { personId: string; texts: { why: string; none: string }; purposes: { value: string; label: string }[] }

/** One tap says why, and shows the address. Nothing of it is in the page before that. */
export function RevealAddress({ personId, texts, purposes }: Props) {
  const [state, submit] = useActionState(revealAddress, null)
  if (state?.ok) return <p role="status" className="font-semibold">{state.message ?? texts.none}</p>
  return (
    <form action={submit} className="space-y-2">
      <input type="hidden" name="personId" value={personId} />
      <p>{texts.why}</p>
      <ProofField state={state} />
      <div className="form-actions">
        {purposes.filter(({ value }) => !state?.stepUp || value === state.values.purpose).map(({ value, label }) => <SubmitButton key={value} variant="secondary" size="small" name="purpose" value={value}>{label}</SubmitButton>)}
      </div>
      {state && !state.stepUp && <p role="alert" className="text-error-ink">{state.message ?? state.fields?.purpose?.[0]}</p>}
    </form>
  )
}
