'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { type Choice, RadioGroup } from '@/components/ui/radio-group'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { withdrawConsent } from '@/lib/consent/register/actions'

type Props = { personId: string; consentId: string; ways: Choice[]; texts: Record<'how' | 'note' | 'submit', string> }

export function WithdrawForm({ personId, consentId, ways, texts }: Props) {
  const [state, submit] = useActionState(withdrawConsent, null)
  return (
    <form action={submit} noValidate className="mt-5 max-w-xl space-y-5">
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      <input type="hidden" name="personId" value={personId} />
      <input type="hidden" name="consentId" value={consentId} />
      <RadioGroup name="how" label={texts.how} options={ways} defaultValue="spoken" state={state} />
      <TextArea name="note" label={texts.note} optional rows={2} maxLength={500} state={state} />
      <SubmitButton>{texts.submit}</SubmitButton>
    </form>
  )
}
