'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { choosePassword } from '@/lib/access/accounts/actions'

type Props = { token: string; email: string; texts: Record<'email' | 'password' | 'help' | 'again' | 'submit', string> }

export function PasswordForm({ token, email, texts }: Props) {
  const [state, submit] = useActionState(choosePassword, null)
  return (
    <form action={submit} noValidate className="form-stack">
      <ErrorSummary state={state} />
      <input type="hidden" name="token" value={token} />
      {/* For password managers: which account the new password belongs to. */}
      <TextInput name="email" type="email" label={texts.email} defaultValue={email} readOnly autoComplete="username" width="half" state={null} />
      <TextInput name="password" type="password" label={texts.password} help={texts.help} autoComplete="new-password" width="half" state={state} />
      <TextInput name="again" type="password" label={texts.again} autoComplete="new-password" width="half" state={state} />
      <div><SubmitButton>{texts.submit}</SubmitButton></div>
    </form>
  )
}
