'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { type Choice, RadioGroup } from '@/components/ui/radio-group'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { remarkContact } from '@/lib/casework/contacts/remarks/actions'
import { REMARK_MOST } from '@/lib/casework/contacts/remarks/rules'

/** Praise or a comment under what a colleague wrote. Neither is chosen beforehand. */
export function RemarkForm({ personId, contactId, kinds, texts }: { personId: string; contactId: string; kinds: Choice[]; texts: Record<string, string> }) {
  const [state, submit] = useActionState(remarkContact, null)
  const scope = `remark-${contactId}`
  return (
    <form action={submit} noValidate className="space-y-3">
      <ErrorSummary state={state} scope={scope} />
      <SubmissionField state={state} />
      <input type="hidden" name="personId" value={personId} />
      <input type="hidden" name="contactId" value={contactId} />
      <RadioGroup name="kind" label={texts.kind} options={kinds} scope={scope} state={state} inline />
      <TextArea name="text" scope={scope} label={texts.text} help={texts.help} state={state} rows={2} maxLength={REMARK_MOST} />
      <SubmitButton size="small">{texts.submit}</SubmitButton>
    </form>
  )
}
