'use client'

import { useActionState } from 'react'
import { DateField } from '@/components/ui/date-field'
import { ErrorSummary } from '@/components/ui/error-summary'
import { HiddenFields } from '@/components/ui/hidden-fields'
import type { FormState } from '@/components/ui/form-state'
import { type Option, Select } from '@/components/ui/select'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import type { UnitDetail } from '@/lib/access/units/queries'

export type UnitTexts = Record<'nameDa' | 'nameEn' | 'kind' | 'choose' | 'phone' | 'email' | 'place' | 'openedOn' | 'contactHelp' | 'caseLimit' | 'caseLimitHelp' | 'silentDays' | 'silentDaysHelp' | 'save', string>
type Props = { action: (previous: FormState, formData: FormData) => Promise<FormState>; unit?: UnitDetail; kinds: Option[]; texts: UnitTexts }

export function UnitFactsForm({ action, unit, kinds, texts }: Props) {
  const [state, submit] = useActionState(action, null)
  return (
    <form action={submit} noValidate className="max-w-2xl space-y-4">
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      {unit && <><input type="hidden" name="unitId" value={unit.id} /><HiddenFields values={{ version: String(unit.version) }} state={state} /></>}
      <TextInput name="nameDa" label={texts.nameDa} defaultValue={unit?.nameDa} width="half" state={state} />
      <TextInput name="nameEn" label={texts.nameEn} defaultValue={unit?.nameEn} width="half" state={state} />
      <Select name="kind" label={texts.kind} options={kinds} defaultValue={unit?.kind} placeholder={unit ? undefined : texts.choose} fit state={state} />
      <DateField name="openedOn" label={texts.openedOn} defaultValue={unit?.openedOn ?? null} optional state={state} />
      <TextInput name="phone" type="tel" label={texts.phone} help={texts.contactHelp} defaultValue={unit?.phone ?? ''} width="short" optional state={state} />
      <TextInput name="email" type="email" label={texts.email} defaultValue={unit?.email ?? ''} width="half" optional state={state} />
      <TextInput name="place" label={texts.place} defaultValue={unit?.place ?? ''} optional state={state} />
      <TextInput name="caseLimit" label={texts.caseLimit} help={texts.caseLimitHelp} defaultValue={unit?.caseLimit?.toString() ?? ''} width="tiny" inputMode="numeric" optional state={state} />
      <TextInput name="silentDays" label={texts.silentDays} help={texts.silentDaysHelp} defaultValue={String(unit?.silentDays ?? 30)} width="tiny" inputMode="numeric" state={state} />
      <SubmitButton>{texts.save}</SubmitButton>
    </form>
  )
}
