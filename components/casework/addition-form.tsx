'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { addToContact } from '@/lib/casework/contacts/actions'

export function AdditionForm({ personId, contactId, texts }: { personId: string; contactId: string; texts: Record<string, string> }) {
  const [state, submit] = useActionState(addToContact, null)
  return (
    <form action={submit} noValidate className="space-y-3">
      <ErrorSummary state={state} scope={contactId} />
      <SubmissionField state={state} />
      <input type="hidden" name="personId" value={personId} />
      <input type="hidden" name="contactId" value={contactId} />
      <TextArea name="text" scope={contactId} label={texts.text} help={texts.help} state={state} rows={2} maxLength={4000} />
      <SubmitButton size="small">{texts.submit}</SubmitButton>
    </form>
  )
}
