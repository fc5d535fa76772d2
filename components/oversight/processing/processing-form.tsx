'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { HiddenFields } from '@/components/ui/hidden-fields'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { saveProcessing } from '@/lib/oversight/processing/actions'

export function ProcessingForm({ area, version, fields, save }: { area: string; version: number; fields: { name: string; label: string; value: string }[]; save: string }) {
  const [state, submit] = useActionState(saveProcessing, null)
  return (
    <form action={submit} noValidate className="max-w-xl space-y-5">
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      <input type="hidden" name="area" value={area} />
      <HiddenFields values={{ version: String(version) }} state={state} />
      {fields.map(({ name, label, value }) => <TextArea key={name} name={name} label={label} defaultValue={value} state={state} rows={3} maxLength={4000} />)}
      <SubmitButton>{save}</SubmitButton>
    </form>
  )
}
