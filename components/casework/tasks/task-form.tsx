'use client'

import { useActionState } from 'react'
import { DateField } from '@/components/ui/date-field'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FormMessage } from '@/components/ui/form-message'
import { type Option, Select } from '@/components/ui/select'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { makeTask } from '@/lib/casework/tasks/actions'
import type { Day } from '@/lib/platform/day'

export type TaskFormTexts = Record<'text' | 'textHelp' | 'dueOn' | 'within' | 'withinNone' | 'owner' | 'more' | 'repeat' | 'repeatNone' | 'repeatHelp' | 'submit', string>
type Props = { hidden: Record<string, string>; text?: string; dueOn?: Day | null; days: Option[]; owners: Option[]; repeats: Option[]; texts: TaskFormTexts }

/** What and by when; it is one's own unless somebody else is chosen. */
export function TaskForm({ hidden, text, dueOn, days, owners, repeats, texts }: Props) {
  const [state, submit] = useActionState(makeTask, null)
  return (
    <form action={submit} noValidate className="space-y-4">
      <ErrorSummary state={state} scope="new" />
      <FormMessage state={state} />
      <SubmissionField state={state} />
      {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <TextArea name="text" scope="new" label={texts.text} help={texts.textHelp} defaultValue={text} state={state} rows={2} maxLength={500} />
      <Select name="within" scope="new" label={texts.within} options={days} placeholder={texts.withinNone} state={state} fit />
      <DateField name="dueOn" scope="new" label={texts.dueOn} defaultValue={dueOn} state={state} />
      <Select name="owner" scope="new" label={texts.owner} options={owners} defaultValue={owners[0]?.value} state={state} fit />
      <details className="explain">
        <summary>{texts.more}</summary>
        <div className="mt-2"><Select name="repeat" scope="new" label={texts.repeat} help={texts.repeatHelp} options={repeats} placeholder={texts.repeatNone} state={state} fit /></div>
      </details>
      <SubmitButton variant="primary">{texts.submit}</SubmitButton>
    </form>
  )
}
