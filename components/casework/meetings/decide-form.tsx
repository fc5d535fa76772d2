'use client'

import { useActionState } from 'react'
import { DateField } from '@/components/ui/date-field'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FormMessage } from '@/components/ui/form-message'
import { type Option, Select } from '@/components/ui/select'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { decideAtMeeting } from '@/lib/casework/meetings/actions'

type Props = { personId: string; itemId: string; owners: Option[]; texts: Record<'text' | 'help' | 'task' | 'taskHelp' | 'owner' | 'ownerNone' | 'by' | 'submit', string> }

/** What was decided; with what is to be done, by whom and by when, it becomes a task in the same step. */
export function DecideForm({ personId, itemId, owners, texts }: Props) {
  const [state, submit] = useActionState(decideAtMeeting, null)
  return (
    <form action={submit} noValidate className="max-w-xl space-y-3">
      <ErrorSummary state={state} scope={itemId} />
      <FormMessage state={state} />
      <SubmissionField state={state} />
      <input type="hidden" name="personId" value={personId} />
      <input type="hidden" name="meetingItemId" value={itemId} />
      <TextArea name="text" scope={itemId} label={texts.text} help={texts.help} rows={3} maxLength={2000} state={state} />
      <TextInput name="task" scope={itemId} label={texts.task} help={texts.taskHelp} optional autoComplete="off" state={state} />
      <Select name="owner" scope={itemId} label={texts.owner} options={owners} placeholder={texts.ownerNone} state={state} optional fit />
      <DateField name="by" scope={itemId} label={texts.by} state={state} optional />
      <SubmitButton variant="primary">{texts.submit}</SubmitButton>
    </form>
  )
}
