'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { findSubject } from '@/lib/oversight/lookups/actions'

type Texts = Record<'cpr' | 'cprHelp' | 'or' | 'name' | 'born' | 'bornHelp' | 'submit', string>

export function SubjectForm({ texts }: { texts: Texts }) {
  const [state, submit] = useActionState(findSubject, null)
  return (
    <form action={submit} noValidate className="max-w-xl space-y-5">
      <ErrorSummary state={state} />
      <TextInput name="cpr" label={texts.cpr} help={texts.cprHelp} state={state} width="short" autoComplete="off" inputMode="numeric" />
      <p className="font-semibold">{texts.or}</p>
      <TextInput name="name" label={texts.name} state={state} autoComplete="off" />
      <TextInput name="born" label={texts.born} help={texts.bornHelp} state={state} width="short" autoComplete="off" />
      <SubmitButton>{texts.submit}</SubmitButton>
    </form>
  )
}
