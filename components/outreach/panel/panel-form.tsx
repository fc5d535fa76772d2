'use client'

import { useActionState } from 'react'
import { DateField } from '@/components/ui/date-field'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { FormState } from '@/components/ui/form-state'
import { FormMessage } from '@/components/ui/form-message'
import { type Choice, RadioGroup } from '@/components/ui/radio-group'
import { type Option, Select } from '@/components/ui/select'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import type { Day } from '@/lib/platform/day'

type Common = { name: string; label: string; help?: string; optional?: boolean }
export type PanelField =
  | (Common & { type: 'radio'; options: Choice[]; value?: string })
  | (Common & { type: 'select'; options: Option[]; value?: string; placeholder?: string })
  | (Common & { type: 'text'; inputMode?: 'numeric' })
  | (Common & { type: 'area'; maxLength?: number })
  | (Common & { type: 'day'; value?: Day })

type Props = {
  action: (previous: FormState, formData: FormData) => Promise<FormState>
  /** Keeps ids apart: several of these forms stand in one panel. */
  scope: string
  hidden: Record<string, string>
  fields: PanelField[]
  submit: string
}

/** One short form of the panel. What was typed stays when it comes back with an error. */
export function PanelForm({ action, scope, hidden, fields, submit }: Props) {
  const [state, send] = useActionState(action, null)
  return (
    <form action={send} className="space-y-4">
      {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <SubmissionField state={state} />
      <ErrorSummary state={state} scope={scope} />
      <FormMessage state={state} />
      {fields.map((field) => <Control key={field.name} field={field} scope={scope} state={state} />)}
      <SubmitButton size="small" variant="primary">{submit}</SubmitButton>
    </form>
  )
}

function Control({ field, scope, state }: { field: PanelField; scope: string; state: FormState }) {
  const common = { name: field.name, label: field.label, help: field.help, optional: field.optional, scope, state }
  switch (field.type) {
    case 'radio':
      return <RadioGroup {...common} options={field.options} defaultValue={field.value} />
    case 'select':
      return <Select {...common} options={field.options} defaultValue={field.value} placeholder={field.placeholder} fit />
    case 'text':
      return <TextInput {...common} inputMode={field.inputMode} autoComplete="off" />
    case 'area':
      return <TextArea {...common} rows={3} maxLength={field.maxLength} />
    case 'day':
      return <DateField {...common} defaultValue={field.value} />
  }
}
