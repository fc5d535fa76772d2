'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { changePassword } from '@/lib/access/password/actions'

/** Who it is stands first, as everybody expects, and not after the new one was typed: what is secret does not come back to the page. */
export function OwnPasswordForm({ email, texts }: { email: string; texts: Record<'email' | 'proof' | 'proofHelp' | 'password' | 'help' | 'again' | 'submit', string> }) {
  const [state, submit] = useActionState(changePassword, null)
  return (
    <form action={submit} noValidate className="space-y-4">
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      <TextInput name="email" type="email" label={texts.email} defaultValue={email} readOnly autoComplete="username" width="half" state={null} />
      <TextInput name="proof" type="password" label={texts.proof} help={state?.stepUp ? (state.message ?? texts.proofHelp) : undefined} autoComplete="current-password" width="half" state={state} />
      <TextInput name="password" type="password" label={texts.password} help={texts.help} autoComplete="new-password" width="half" state={state} />
      <TextInput name="again" type="password" label={texts.again} autoComplete="new-password" width="half" state={state} />
      <SubmitButton variant="secondary">{texts.submit}</SubmitButton>
    </form>
  )
}
