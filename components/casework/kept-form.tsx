'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { FormState } from '@/components/ui/form-state'
import { type Choice, RadioGroup } from '@/components/ui/radio-group'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'

export type KeptField =
  | { kind: 'line' | 'number'; name: string; label: string; help?: string; value?: string }
  | { kind: 'area'; name: string; label: string; help?: string; value?: string; max: number }
  | { kind: 'radio'; name: string; label: string; options: Choice[] }
type Props = { action: (previous: FormState, formData: FormData) => Promise<FormState>; /** Sets the fields of several forms on one page apart. */ scope: string; hidden?: Record<string, string>; fields: KeptField[]; submit: string }

/** A line of a list the staff keep themselves: written anew or changed, one small form among several. */
export function KeptForm({ action, scope, hidden = {}, fields, submit }: Props) {
  const [state, send] = useActionState(action, null)
  return (
    <form action={send} noValidate className="max-w-2xl space-y-3">
      <ErrorSummary state={state} scope={scope} />
      <SubmissionField state={state} />
      {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {fields.map((field) => <Kept key={field.name} field={field} scope={scope} state={state} />)}
      <SubmitButton size="small">{submit}</SubmitButton>
    </form>
  )
}

function Kept({ field, scope, state }: { field: KeptField; scope: string; state: FormState }) {
  if (field.kind === 'radio') return <RadioGroup name={field.name} label={field.label} options={field.options} scope={scope} state={state} />
  if (field.kind === 'area') return <TextArea name={field.name} label={field.label} help={field.help} defaultValue={field.value} maxLength={field.max} rows={4} scope={scope} state={state} />
  return <TextInput name={field.name} label={field.label} help={field.help} defaultValue={field.value} scope={scope} state={state} autoComplete="off" {...(field.kind === 'number' && { inputMode: 'numeric' as const, width: 'tiny' as const })} />
}
