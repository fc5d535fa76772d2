'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FormMessage } from '@/components/ui/form-message'
import { type Choice, RadioGroup } from '@/components/ui/radio-group'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { answerScreening } from '@/lib/casework/screening/actions'

type Props = { personId: string; version: number; questions: { code: string; text: string; help: string | null }[]; options: Choice[]; submit: string }

/** The questions one after the other. Not asked is what stands until something is chosen: it is never a no. */
export function ScreeningForm({ personId, version, questions, options, submit }: Props) {
  const [state, send] = useActionState(answerScreening, null)
  return (
    <form action={send} noValidate className="space-y-5">
      <ErrorSummary state={state} />
      <FormMessage state={state} />
      <SubmissionField state={state} />
      <input type="hidden" name="personId" value={personId} />
      <input type="hidden" name="version" value={version} />
      {questions.map(({ code, text, help }, at) => <RadioGroup key={code} name={`answer.${code}`} label={`${at + 1}. ${text}`} help={help ?? undefined} options={options} defaultValue="not-asked" state={state} inline />)}
      <SubmitButton variant="primary">{submit}</SubmitButton>
    </form>
  )
}
