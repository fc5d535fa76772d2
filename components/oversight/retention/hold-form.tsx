'use client'

import { useActionState } from 'react'
import { DateField } from '@/components/ui/date-field'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FormMessage } from '@/components/ui/form-message'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { placeHold } from '@/lib/oversight/holds/actions'
import { WhoFields, type WhoTexts } from '../who-fields'

export function HoldForm({ who, texts }: { who: WhoTexts; texts: Record<'reason' | 'reviewOn' | 'place', string> }) {
  const [state, submit] = useActionState(placeHold, null)
  return (
    <form action={submit} noValidate className="max-w-xl space-y-5">
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      <WhoFields texts={who} state={state} />
      <TextArea name="reason" label={texts.reason} state={state} rows={3} maxLength={1000} />
      <DateField name="reviewOn" label={texts.reviewOn} state={state} />
      <SubmitButton>{texts.place}</SubmitButton>
      <FormMessage state={state} />
    </form>
  )
}
