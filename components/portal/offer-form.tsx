'use client'

import { useActionState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { DateField } from '@/components/ui/date-field'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { FormState } from '@/components/ui/form-state'
import { HiddenFields } from '@/components/ui/hidden-fields'
import { Select } from '@/components/ui/select'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import type { Day } from '@/lib/platform/day'

type Labelled = { value: string; label: string }
export type OfferTexts = Record<'titleDa' | 'titleEn' | 'summaryDa' | 'summaryEn' | 'summaryHelp' | 'audience' | 'needs' | 'partner' | 'noPartner' | 'contact' | 'url' | 'inLetter' | 'from' | 'fromHelp' | 'to' | 'submit', string>
export type OfferValues = { titleDa: string; titleEn: string; summaryDa: string; summaryEn: string; audience: string[]; needs: string[]; partnerId: string | null; contact: string | null; url: string | null; inLetter: boolean; publishedFrom: Day | null; publishedTo: Day | null }
type Props = { action: (previous: FormState, formData: FormData) => Promise<FormState>; values?: OfferValues; hidden?: Record<string, string>; choices: { audiences: Labelled[]; needs: Labelled[]; partners: Labelled[] }; texts: OfferTexts }

export function OfferForm({ action, values, hidden = {}, choices, texts }: Props) {
  const [state, submit] = useActionState(action, null)
  return (
    <form action={submit} noValidate className="form-stack">
      <ErrorSummary state={state} />
      <HiddenFields values={hidden} state={state} />
      <SubmissionField state={state} />
      <TextInput name="titleDa" label={texts.titleDa} lang="da" defaultValue={values?.titleDa} state={state} />
      <TextArea name="summaryDa" label={texts.summaryDa} help={texts.summaryHelp} lang="da" rows={3} maxLength={400} defaultValue={values?.summaryDa} state={state} />
      <TextInput name="titleEn" label={texts.titleEn} lang="en" defaultValue={values?.titleEn} state={state} />
      <TextArea name="summaryEn" label={texts.summaryEn} lang="en" rows={3} maxLength={400} defaultValue={values?.summaryEn} state={state} />
      <CheckboxGroup name="audience" label={texts.audience} options={choices.audiences} defaultValue={values?.audience} state={state} />
      <CheckboxGroup name="needs" label={texts.needs} options={choices.needs} defaultValue={values?.needs} state={state} />
      <Select name="partnerId" label={texts.partner} placeholder={texts.noPartner} options={choices.partners} defaultValue={values?.partnerId ?? ''} state={state} fit />
      <TextInput name="contact" label={texts.contact} defaultValue={values?.contact ?? ''} state={state} optional />
      <TextInput name="url" type="url" label={texts.url} defaultValue={values?.url ?? ''} state={state} optional />
      <Checkbox name="inLetter" label={texts.inLetter} defaultChecked={values?.inLetter ?? false} state={state} />
      <DateField name="from" label={texts.from} help={texts.fromHelp} defaultValue={values?.publishedFrom} state={state} optional />
      <DateField name="to" label={texts.to} defaultValue={values?.publishedTo} state={state} optional />
      <div><SubmitButton>{texts.submit}</SubmitButton></div>
    </form>
  )
}
