'use client'

import { useActionState } from 'react'
import { DateField } from '@/components/ui/date-field'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { FormState } from '@/components/ui/form-state'
import { HiddenFields } from '@/components/ui/hidden-fields'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { TimeField } from '@/components/ui/time-field'
import type { Day } from '@/lib/platform/day'

export type EventValues = { kind?: string; titleDa?: string; titleEn?: string; textDa?: string; textEn?: string; on?: Day; start?: string; end?: string; place?: string; capacity?: string; until?: Day | null; remindDays: string }
type Texts = Record<'kind' | 'titleDa' | 'titleEn' | 'textDa' | 'textEn' | 'on' | 'start' | 'end' | 'place' | 'capacity' | 'capacityHelp' | 'until' | 'remindDays' | 'submit', string>
type Props = { action: (previous: FormState, formData: FormData) => Promise<FormState>; values: EventValues; hidden?: Record<string, string>; kinds: { value: string; label: string }[]; texts: Texts }

export function EventForm({ action, values, hidden = {}, kinds, texts }: Props) {
  const [state, submit] = useActionState(action, null)
  return (
    <form action={submit} noValidate className="form-stack">
      <ErrorSummary state={state} />
      <HiddenFields values={hidden} state={state} />
      <SubmissionField state={state} />
      <RadioGroup name="kind" label={texts.kind} options={kinds} defaultValue={values.kind} state={state} inline />
      <TextInput name="titleDa" label={texts.titleDa} lang="da" defaultValue={values.titleDa} state={state} />
      <TextInput name="titleEn" label={texts.titleEn} lang="en" defaultValue={values.titleEn} state={state} />
      <DateField name="on" label={texts.on} defaultValue={values.on} state={state} />
      <div className="flex flex-wrap gap-6">
        <TimeField name="start" label={texts.start} defaultValue={values.start} state={state} />
        <TimeField name="end" label={texts.end} defaultValue={values.end} state={state} />
      </div>
      <TextInput name="place" label={texts.place} defaultValue={values.place} state={state} />
      <TextArea name="textDa" label={texts.textDa} lang="da" rows={4} maxLength={1000} defaultValue={values.textDa} state={state} />
      <TextArea name="textEn" label={texts.textEn} lang="en" rows={4} maxLength={1000} defaultValue={values.textEn} state={state} />
      <TextInput name="capacity" label={texts.capacity} help={texts.capacityHelp} width="tiny" inputMode="numeric" defaultValue={values.capacity} state={state} optional />
      <DateField name="until" label={texts.until} defaultValue={values.until} state={state} optional />
      <TextInput name="remindDays" label={texts.remindDays} width="tiny" inputMode="numeric" defaultValue={values.remindDays} state={state} />
      <div><SubmitButton>{texts.submit}</SubmitButton></div>
    </form>
  )
}
