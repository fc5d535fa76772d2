'use client'

import { useActionState } from 'react'
import type { ButtonSize, ButtonVariant } from '@/components/ui/button-style'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { FormState } from '@/components/ui/form-state'
import { type Choice, RadioGroup } from '@/components/ui/radio-group'
import { type Option, Select } from '@/components/ui/select'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'

type Named = { name: string; label: string; help?: string; value?: string }
export type SmallField =
  | (Named & { kind: 'line' | 'number' })
  | (Named & { kind: 'area'; max: number; rows?: 2 | 4 })
  | (Named & { kind: 'radio'; options: Choice[]; inline?: true })
  | (Named & { kind: 'select'; options: Option[]; placeholder: string })
type Props = {
  action: (previous: FormState, formData: FormData) => Promise<FormState>
  /** Sets the fields of several forms on one page apart. */
  scope: string
  hidden?: Record<string, string>
  fields: SmallField[]
  submit: string
  variant?: ButtonVariant
  size?: ButtonSize
}

/** One small form among several on a page: some fields, and one button. */
export function SmallForm({ action, scope, hidden = {}, fields, submit, variant, size = 'small' }: Props) {
  const [state, send] = useActionState(action, null)
  return (
    <form action={send} noValidate className="max-w-2xl space-y-3">
      <ErrorSummary state={state} scope={scope} />
      <SubmissionField state={state} />
      {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {fields.map((field) => <Field key={field.name} field={field} scope={scope} state={state} />)}
      <SubmitButton size={size} variant={variant}>{submit}</SubmitButton>
    </form>
  )
}

function Field({ field: { value, ...field }, scope, state }: { field: SmallField; scope: string; state: FormState }) {
  const same = { name: field.name, label: field.label, help: field.help, scope, state }
  if (field.kind === 'radio') return <RadioGroup {...same} options={field.options} defaultValue={value} inline={field.inline} />
  if (field.kind === 'select') return <Select {...same} options={field.options} placeholder={field.placeholder} defaultValue={value} />
  if (field.kind === 'area') return <TextArea {...same} defaultValue={value} maxLength={field.max} rows={field.rows ?? 4} />
  return <TextInput {...same} defaultValue={value} autoComplete="off" {...(field.kind === 'number' && { inputMode: 'numeric' as const, width: 'tiny' as const })} />
}
