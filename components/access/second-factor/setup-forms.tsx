'use client'

import { useActionState } from 'react'
import { ActionButton } from '@/components/ui/action-button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { LinkButton } from '@/components/ui/link-button'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { beginSetup, confirmSetup } from '@/lib/access/second-factor/actions'

export function BeginForm({ label }: { label: string }) {
  return <ActionButton action={beginSetup} variant="primary">{label}</ActionButton>
}

type Texts = Record<'code' | 'submit' | 'codesTitle' | 'codesLead' | 'go', string>

/** Asks for the first code, and then shows the recovery codes: here and now, for they are not kept readable anywhere. */
export function ConfirmForm({ ask, next, texts }: { ask: boolean; next: string; texts: Texts }) {
  const [state, submit] = useActionState(confirmSetup, null)
  if (state?.ok && state.message) return (
    <section aria-live="polite" className="rounded-md border border-line bg-sunken p-4">
      <h2 className="text-base">{texts.codesTitle}</h2>
      <p className="mt-1 text-muted">{texts.codesLead}</p>
      <ul className="my-3 grid gap-1 sm:grid-cols-2">{state.message.split(' ').map((code) => <li key={code}><code>{code}</code></li>)}</ul>
      <LinkButton href={next} variant="primary">{texts.go}</LinkButton>
    </section>
  )
  if (!ask) return null
  return (
    <form action={submit} noValidate className="space-y-4">
      <ErrorSummary state={state} />
      <TextInput name="code" label={texts.code} width="short" inputMode="numeric" autoComplete="one-time-code" state={state} />
      <SubmitButton>{texts.submit}</SubmitButton>
    </form>
  )
}
