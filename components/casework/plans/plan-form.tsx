'use client'

import { useActionState } from 'react'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import type { ButtonVariant } from '@/components/ui/button-style'
import { Checkbox } from '@/components/ui/checkbox'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { DateField } from '@/components/ui/date-field'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FormMessage } from '@/components/ui/form-message'
import { fieldValue, type FormState } from '@/components/ui/form-state'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'

type Props = {
  action: (previous: FormState, formData: FormData) => Promise<FormState>
  /** Keeps ids apart: several of these forms stand on one page. */
  scope: string
  hidden: Record<string, string>
  fields: FieldSpec[]
  submit: string
  variant?: ButtonVariant
}

/** One short form of the plan. After a conflict the newer version is what the next save counts from, and what was typed is still there. */
export function PlanForm({ action, scope, hidden, fields, submit, variant = 'primary' }: Props) {
  const [state, send] = useActionState(action, null)
  return (
    <form action={send} noValidate className="space-y-4">
      <ErrorSummary state={state} scope={scope} />
      <FormMessage state={state} />
      {Object.entries(hidden).map(([name, value]) => <input key={`${name}-${fieldValue(state, name, value)}`} type="hidden" name={name} defaultValue={fieldValue(state, name, value)} />)}
      <SubmissionField state={state} />
      {fields.map((field) => <Control key={field.name} field={field} scope={scope} state={state} />)}
      <SubmitButton size="small" variant={variant}>{submit}</SubmitButton>
    </form>
  )
}

function Control({ field, scope, state }: { field: FieldSpec; scope: string; state: FormState }) {
  if (field.type === 'row') return <div className="flex flex-wrap gap-x-4 gap-y-4">{field.fields.map((one) => <Control key={one.name} field={one} scope={scope} state={state} />)}</div>
  const { name, label, help, optional } = field
  const common = { name, label, help, optional, scope, state }
  switch (field.type) {
    case 'text':
      return <TextInput {...common} defaultValue={field.value} width={field.width} inputMode={field.numeric ? 'numeric' : undefined} autoComplete="off" />
    case 'area':
      return <TextArea {...common} defaultValue={field.value} maxLength={field.max} rows={2} />
    case 'date':
      return <DateField {...common} defaultValue={field.value} />
    case 'tick':
      return <Checkbox {...common} defaultChecked={field.checked} />
    case 'ticks':
      return <CheckboxGroup {...common} options={field.options} defaultValue={field.values} inline />
    case 'radio':
      return <RadioGroup {...common} options={field.options} defaultValue={field.value} />
    case 'select':
      return <Select {...common} options={field.options} defaultValue={field.value} placeholder={field.placeholder} fit />
  }
}
