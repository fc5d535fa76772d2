'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { type Choice, RadioGroup } from '@/components/ui/radio-group'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { redactContact } from '@/lib/casework/contacts/redaction/actions'

export function RedactForm({ personId, contactId, reasons, texts }: { personId: string; contactId: string; reasons: Choice[]; texts: Record<string, string> }) {
  const [state, submit] = useActionState(redactContact, null)
  const scope = `redact-${contactId}`
  return (
    <form action={submit} noValidate className="space-y-3">
      <ErrorSummary state={state} scope={scope} />
      <SubmissionField state={state} />
      <input type="hidden" name="personId" value={personId} />
      <input type="hidden" name="contactId" value={contactId} />
      <RadioGroup name="reason" scope={scope} label={texts.reason} help={texts.help} options={reasons} state={state} />
      <SubmitButton size="small" variant="danger">{texts.submit}</SubmitButton>
    </form>
  )
}
