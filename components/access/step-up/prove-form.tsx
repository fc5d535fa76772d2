'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { ProofField } from '@/components/ui/proof-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { prove } from '@/lib/access/step-up/actions'

export function ProveForm({ next, how, submit: label }: { next: string; how: 'password' | 'code'; submit: string }) {
  const [state, submit] = useActionState(prove, null)
  return (
    <form action={submit} noValidate className="space-y-4">
      <input type="hidden" name="next" value={next} />
      {state && !state.stepUp ? <ErrorSummary state={state} /> : <ProofField bare state={{ stepUp: how, message: state?.message, values: {} }} />}
      <SubmitButton>{label}</SubmitButton>
    </form>
  )
}
