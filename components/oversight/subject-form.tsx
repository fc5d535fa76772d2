'use client'

import { useActionState } from 'react'
import { DateField } from '@/components/ui/date-field'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { findSubject } from '@/lib/oversight/lookups/actions'

type Texts = Record<'cpr' | 'cprHelp' | 'or' | 'name' | 'born' | 'submit', string>

export function SubjectForm({ texts }: { texts: Texts }) {
  const [state, submit] = useActionState(findSubject, null)
  return (
    <form action={submit} noValidate className="max-w-xl space-y-5">
      <ErrorSummary state={state} />
      <TextInput name="cpr" label={texts.cpr} help={texts.cprHelp} state={state} width="short" autoComplete="off" inputMode="numeric" />
      <p className="font-semibold">{texts.or}</p>
      <TextInput name="name" label={texts.name} state={state} autoComplete="off" />
      <DateField name="born" label={texts.born} state={state} />
      <SubmitButton>{texts.submit}</SubmitButton>
    </form>
  )
}
