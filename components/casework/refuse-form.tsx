'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { refuseTransfer } from '@/lib/casework/sharing/actions'

/** No, and why: the sender reads it on the case. */
export function RefuseForm({ transferId, texts }: { transferId: string; texts: Record<'words' | 'help' | 'submit', string> }) {
  const [state, submit] = useActionState(refuseTransfer, null)
  return (
    <form action={submit} noValidate className="max-w-xl space-y-3">
      <ErrorSummary state={state} scope={transferId} />
      <SubmissionField state={state} />
      <input type="hidden" name="transferId" value={transferId} />
      <TextArea name="words" scope={transferId} label={texts.words} help={texts.help} rows={2} maxLength={500} state={state} />
      <SubmitButton variant="secondary">{texts.submit}</SubmitButton>
    </form>
  )
}
