'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { FormState } from '@/components/ui/form-state'
import { type Option, Select } from '@/components/ui/select'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'

type Value = { name: string; label: string; help: string; chosen: string; options: Option[] }
type Props = {
  action: (previous: FormState, formData: FormData) => Promise<FormState>
  batch: string; values: Value[]; texts: Record<'lead' | 'choose' | 'submit' | 'pending', string>
}

/** Nothing is chosen beforehand that was not chosen by somebody before: a guess here would end on hundreds of people. */
export function ValuesForm({ action, batch, values, texts }: Props) {
  const [state, send] = useActionState(action, null)
  return (
    <form action={send} className="max-w-2xl space-y-5">
      <input type="hidden" name="batch" value={batch} />
      <SubmissionField state={state} />
      <ErrorSummary state={state} />
      <p className="max-w-text text-muted">{texts.lead}</p>
      {values.map((value) => <Select key={value.name} name={value.name} label={value.label} help={value.help} options={value.options} placeholder={texts.choose} defaultValue={value.chosen} state={state} required fit />)}
      <SubmitButton pendingLabel={texts.pending}>{texts.submit}</SubmitButton>
    </form>
  )
}
