'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { signIn } from '@/lib/access/actions'

type Props = { next?: string; texts: { email: string; password: string; submit: string; forgot: string } }

export function SignInForm({ next, texts }: Props) {
  const [state, submit] = useActionState(signIn, null)
  return (
    <form action={submit} noValidate className="space-y-4">
      <ErrorSummary state={state} />
      {next && <input type="hidden" name="next" value={next} />}
      <TextInput name="email" type="email" label={texts.email} state={state} autoComplete="username" spellCheck={false} />
      <TextInput name="password" type="password" label={texts.password} state={state} autoComplete="current-password" />
      <div className="form-actions"><SubmitButton>{texts.submit}</SubmitButton><a href="/sign-in/forgot">{texts.forgot}</a></div>
    </form>
  )
}
