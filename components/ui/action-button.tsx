'use client'

import { useActionState, type ReactNode } from 'react'
import type { ButtonSize, ButtonVariant } from './button-style'
import type { FormState } from './form-state'
import { ProofField } from './proof-field'
import { SubmissionField } from './submission-field'
import { SubmitButton } from './submit-button'

type Props = {
  action: (previous: FormState, formData: FormData) => Promise<FormState>
  /** What the action needs besides the click. */
  values?: Record<string, string>
  children: ReactNode
  pendingLabel?: ReactNode
  variant?: ButtonVariant
  size?: ButtonSize
}

/** One click, one action; what went wrong stands beside the button. */
export function ActionButton({ action, values = {}, children, pendingLabel, variant = 'secondary', size }: Props) {
  const [state, submit] = useActionState(action, null)
  return (
    <form action={submit} className="inline-flex flex-wrap items-center gap-2">
      {Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <SubmissionField state={state} />
      <ProofField state={state} />
      <SubmitButton variant={variant} size={size} pendingLabel={pendingLabel}>{children}</SubmitButton>
      {state?.message && !state.stepUp && <span role={state.ok ? 'status' : 'alert'} className={state.ok ? 'text-success-ink' : 'text-error-ink'}>{state.message}</span>}
    </form>
  )
}
