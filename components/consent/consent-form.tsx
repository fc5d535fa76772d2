'use client'

import { useActionState } from 'react'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { DateField } from '@/components/ui/date-field'
import { ErrorSummary } from '@/components/ui/error-summary'
import { type Choice, RadioGroup } from '@/components/ui/radio-group'
import { type OptionGroup, Select } from '@/components/ui/select'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { giveConsent } from '@/lib/consent/register/actions'
import type { ConsentPreset } from '@/lib/consent/register/schema'
import type { Day } from '@/lib/platform/day'

type Props = { personId: string; preset: ConsentPreset; groups: OptionGroup[]; purposes: Choice[]; fields: Choice[]; ways: Choice[]; languages: Choice[]; today: Day; end: Day; texts: Record<string, string> }

export function ConsentForm({ personId, preset, groups, purposes, fields, ways, languages, today, end, texts }: Props) {
  const [state, submit] = useActionState(giveConsent, null)
  return (
    <form action={submit} noValidate className="max-w-xl space-y-5">
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      <input type="hidden" name="personId" value={personId} />
      <Select name="recipient" label={texts.recipient} help={texts.recipientHelp} placeholder={texts.choose} options={groups} defaultValue={preset.unit ? `unit:${preset.unit}` : undefined} state={state} />
      <TextInput name="recipientName" label={texts.recipientName} help={texts.recipientNameHelp} optional state={state} />
      <RadioGroup name="purpose" label={texts.purpose} options={purposes} defaultValue={preset.purpose ?? undefined} state={state} />
      <CheckboxGroup name="fields" label={texts.fields} help={texts.fieldsHelp} options={fields} defaultValue={preset.field ? [preset.field] : []} state={state} />
      <DateField name="givenOn" label={texts.givenOn} defaultValue={today} state={state} />
      <DateField name="expiresOn" label={texts.expiresOn} help={texts.expiresOnHelp} defaultValue={end} state={state} />
      <RadioGroup name="how" label={texts.how} options={ways} state={state} />
      <TextArea name="evidence" label={texts.evidence} help={texts.evidenceHelp} rows={2} maxLength={500} state={state} />
      <RadioGroup name="heardIn" label={texts.heardIn} options={languages} defaultValue="da" inline state={state} />
      <SubmitButton>{texts.submit}</SubmitButton>
    </form>
  )
}
