'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { answerEvent } from '@/lib/outreach/events/actions'

type Props = { code: string; answer: string; seats: string; texts: Record<'question' | 'yes' | 'no' | 'seats' | 'seatsHelp' | 'submit', string> }

/** One question. A former answer is shown as chosen; without one nothing is. */
export function AnswerForm({ code, answer, seats, texts }: Props) {
  const [state, submit] = useActionState(answerEvent, null)
  return (
    <form action={submit} noValidate className="form-stack">
      <ErrorSummary state={state} />
      <input type="hidden" name="code" value={code} />
      <SubmissionField state={state} />
      <RadioGroup name="answer" label={<span className="text-lg">{texts.question}</span>} defaultValue={answer} state={state}
        options={[
          { value: 'yes', label: <span className="font-semibold">{texts.yes}</span>, more: <TextInput name="seats" label={texts.seats} help={texts.seatsHelp} width="tiny" inputMode="numeric" defaultValue={seats} state={state} /> },
          { value: 'no', label: <span className="font-semibold">{texts.no}</span> },
        ]} />
      <div><SubmitButton>{texts.submit}</SubmitButton></div>
    </form>
  )
}
