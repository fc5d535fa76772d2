'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { askForLink, signInByLink } from '@/lib/access/links/actions'

export function AskForLinkForm({ texts }: { texts: Record<'email' | 'submit' | 'back', string> }) {
  const [state, submit] = useActionState(askForLink, null)
  return (
    <form action={submit} noValidate className="space-y-4">
      <ErrorSummary state={state} />
      <TextInput name="email" type="email" label={texts.email} state={state} autoComplete="username" spellCheck={false} />
      <div className="form-actions"><SubmitButton>{texts.submit}</SubmitButton><a href="/sign-in">{texts.back}</a></div>
    </form>
  )
}

/** One large button: opening the address alone signs nobody in. */
export function SignInByLinkForm({ token, label }: { token: string; label: string }) {
  const [state, submit] = useActionState(signInByLink, null)
  return (
    <form action={submit} noValidate className="space-y-4">
      <ErrorSummary state={state} />
      <input type="hidden" name="token" value={token} />
      <SubmitButton>{label}</SubmitButton>
    </form>
  )
}
