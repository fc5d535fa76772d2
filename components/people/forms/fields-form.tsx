'use client'

import { useActionState, type ReactNode } from 'react'
import type { ButtonVariant } from '@/components/ui/button-style'
import { Checkbox } from '@/components/ui/checkbox'
import { CheckboxGrid } from '@/components/ui/checkbox-grid'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { DateField } from '@/components/ui/date-field'
import { ErrorSummary } from '@/components/ui/error-summary'
import { fieldErrors, fieldValue, type FormState } from '@/components/ui/form-state'
import { FileInput } from '@/components/ui/file-input'
import { HiddenFields } from '@/components/ui/hidden-fields'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import { ProofField } from '@/components/ui/proof-field'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { TimeField } from '@/components/ui/time-field'
import type { FieldSpec } from './field-spec'

type Props = {
  action: (previous: FormState, formData: FormData) => Promise<FormState>
  fields: FieldSpec[]
  hidden: Record<string, string>
  submit: string
  /** The button's look, where it is not the main one of the page. */
  variant?: ButtonVariant
  cancel?: { href: string; label: string }
  /** Off where the same form may be sent again with other values and must not get the former answer. */
  once?: boolean
  /** What few need: unfolded on asking, and whenever something stands in it. */
  folded?: { summary: string; fields: FieldSpec[] }
  children?: ReactNode
}

/** Labels, errors and what was typed stay together; after a conflict the newer version is what the next save counts from. */
export function FieldsForm({ action, fields, hidden, submit, variant, cancel, once = true, folded, children }: Props) {
  const [state, send] = useActionState(action, null)
  return (
    <form action={send} noValidate className="max-w-2xl space-y-4">
      <ErrorSummary state={state} />
      <HiddenFields values={hidden} state={state} />
      {once && <SubmissionField state={state} />}
      {fields.map((field) => <SpecField key={field.name} field={field} state={state} />)}
      {folded && (
        <details className="explain" open={folded.fields.some(({ name }) => fieldErrors(state, name).length > 0 || fieldValue(state, name) !== '')}>
          <summary><Icon name="forward" />{folded.summary}</summary>
          <div className="mt-2 space-y-4">{folded.fields.map((field) => <SpecField key={field.name} field={field} state={state} />)}</div>
        </details>
      )}
      {children}
      <ProofField state={state} />
      <div className="form-actions"><SubmitButton variant={variant}>{submit}</SubmitButton>{cancel && <LinkButton href={cancel.href} variant="quiet">{cancel.label}</LinkButton>}</div>
    </form>
  )
}

function SpecField({ field, state }: { field: FieldSpec; state: FormState }) {
  if (field.type === 'row') return <div className="flex flex-wrap gap-x-4 gap-y-4">{field.fields.map((one) => <div key={one.name} className={one.type === 'text' && one.width && one.width !== 'full' ? 'w-36' : 'min-w-56 flex-1'}><SpecField field={one} state={state} /></div>)}</div>
  const { name, label, help, optional } = field
  const common = { name, label, help, optional, state }
  if (field.type === 'text') return <TextInput {...common} defaultValue={field.value} type={field.input} width={field.width} inputMode={field.numeric ? 'numeric' : undefined} autoComplete="off" />
  if (field.type === 'area') return <TextArea {...common} defaultValue={field.value} maxLength={field.max} rows={3} />
  if (field.type === 'date') return <DateField {...common} defaultValue={field.value} near={field.near} />
  if (field.type === 'time') return <TimeField {...common} defaultValue={field.value} />
  if (field.type === 'file') return <FileInput {...common} accept={field.accept} />
  if (field.type === 'tick') return <Checkbox name={name} label={label} help={help} state={state} defaultChecked={field.checked} />
  if (field.type === 'ticks') return <CheckboxGroup {...common} options={field.options.map((option) => ({ ...option, more: field.more?.[option.value] && <SpecField field={field.more[option.value]!} state={state} /> }))} defaultValue={field.values} />
  if (field.type === 'grid') return <CheckboxGrid {...common} rows={field.rows} columns={field.columns} defaultValue={field.values} />
  if (field.type === 'radio') return <RadioGroup {...common} options={field.options} defaultValue={field.value} />
  return <Select {...common} options={field.options} defaultValue={field.value} placeholder={field.placeholder} fit />
}
