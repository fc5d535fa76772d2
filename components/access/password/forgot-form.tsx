'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { forgotPassword } from '@/lib/access/password/actions'

export function ForgotForm({ texts }: { texts: Record<'email' | 'submit' | 'back', string> }) {
  const [state, submit] = useActionState(forgotPassword, null)
  return (
    <form action={submit} noValidate className="space-y-4">
      <ErrorSummary state={state} />
      <TextInput name="email" type="email" label={texts.email} state={state} autoComplete="username" spellCheck={false} />
      <div className="form-actions"><SubmitButton>{texts.submit}</SubmitButton><a href="/sign-in">{texts.back}</a></div>
    </form>
  )
}
