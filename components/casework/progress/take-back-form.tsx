'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { type Choice, RadioGroup } from '@/components/ui/radio-group'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { takeBackMeasurement } from '@/lib/casework/progress/actions'

export function TakeBackForm({ personId, measurementId, reasons, texts }: { personId: string; measurementId: string; reasons: Choice[]; texts: Record<'why' | 'help' | 'submit', string> }) {
  const [state, submit] = useActionState(takeBackMeasurement, null)
  const scope = `back-${measurementId}`
  return (
    <form action={submit} noValidate className="space-y-3">
      <ErrorSummary state={state} scope={scope} />
      <SubmissionField state={state} />
      <input type="hidden" name="personId" value={personId} />
      <input type="hidden" name="measurementId" value={measurementId} />
      <RadioGroup name="reason" scope={scope} label={texts.why} help={texts.help} options={reasons} state={state} />
      <SubmitButton size="small" variant="danger">{texts.submit}</SubmitButton>
    </form>
  )
}
