'use client'

import { useActionState } from 'react'
import { DateField } from '@/components/ui/date-field'
import { ErrorSummary } from '@/components/ui/error-summary'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { registerRequest } from '@/lib/oversight/subject-export/actions'

type Choice = { value: string; label: string }
type Texts = Record<'who' | 'cpr' | 'cprHelp' | 'or' | 'name' | 'born' | 'bornHelp' | 'askedBy' | 'askedHow' | 'identity' | 'identityHelp' | 'receivedOn' | 'save', string>

export function RequestForm({ texts, askedBy, askedHow }: { texts: Texts; askedBy: Choice[]; askedHow: Choice[] }) {
  const [state, submit] = useActionState(registerRequest, null)
  return (
    <form action={submit} noValidate className="max-w-xl space-y-5">
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      <h2>{texts.who}</h2>
      <TextInput name="cpr" label={texts.cpr} help={texts.cprHelp} state={state} width="short" autoComplete="off" inputMode="numeric" />
      <p className="font-semibold">{texts.or}</p>
      <TextInput name="name" label={texts.name} state={state} autoComplete="off" />
      <TextInput name="born" label={texts.born} help={texts.bornHelp} state={state} width="short" autoComplete="off" />
      <RadioGroup name="askedBy" label={texts.askedBy} options={askedBy} state={state} />
      <RadioGroup name="askedHow" label={texts.askedHow} options={askedHow} state={state} />
      <TextArea name="identity" label={texts.identity} help={texts.identityHelp} state={state} rows={2} maxLength={500} />
      <DateField name="receivedOn" label={texts.receivedOn} state={state} />
      <SubmitButton>{texts.save}</SubmitButton>
    </form>
  )
}
