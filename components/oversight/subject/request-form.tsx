'use client'

import { useActionState } from 'react'
import { DateField } from '@/components/ui/date-field'
import { ErrorSummary } from '@/components/ui/error-summary'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { registerRequest } from '@/lib/oversight/subject-export/actions'
import { WhoFields, type WhoTexts } from '../who-fields'

type Choice = { value: string; label: string }
type Texts = Record<'who' | 'askedBy' | 'askedHow' | 'identity' | 'identityHelp' | 'receivedOn' | 'save', string>

export function RequestForm({ texts, who, askedBy, askedHow }: { texts: Texts; who: WhoTexts; askedBy: Choice[]; askedHow: Choice[] }) {
  const [state, submit] = useActionState(registerRequest, null)
  return (
    <form action={submit} noValidate className="max-w-xl space-y-5">
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      <h2>{texts.who}</h2>
      <WhoFields texts={who} state={state} />
      <RadioGroup name="askedBy" label={texts.askedBy} options={askedBy} state={state} />
      <RadioGroup name="askedHow" label={texts.askedHow} options={askedHow} state={state} />
      <TextArea name="identity" label={texts.identity} help={texts.identityHelp} state={state} rows={2} maxLength={500} />
      <DateField name="receivedOn" label={texts.receivedOn} state={state} />
      <SubmitButton>{texts.save}</SubmitButton>
    </form>
  )
}
