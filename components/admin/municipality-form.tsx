'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { HiddenFields } from '@/components/ui/hidden-fields'
import { FormMessage } from '@/components/ui/form-message'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { saveMunicipality } from '@/lib/portal/municipality/actions'
import type { MunicipalityData } from '@/lib/portal/municipality/queries'

type Texts = Record<'name' | 'senderLabel' | 'senderHelp' | 'address' | 'addressHelp' | 'phone' | 'email' | 'website' | 'accent' | 'accentHelp' | 'save', string>

export function MunicipalityForm({ data, texts }: { data: MunicipalityData; texts: Texts }) {
  const [state, submit] = useActionState(saveMunicipality, null)
  return (
    <form action={submit} className="max-w-2xl space-y-4" noValidate>
      <ErrorSummary state={state} />
      <FormMessage state={state} />
      <SubmissionField state={state} />
      <input type="hidden" name="id" value={data.id} />
      <HiddenFields values={{ version: String(data.version) }} state={state} />
      <TextInput name="name" label={texts.name} defaultValue={data.name} width="half" state={state} />
      <TextInput name="senderLabel" label={texts.senderLabel} help={texts.senderHelp} defaultValue={data.senderLabel} state={state} />
      <TextArea name="addressLines" label={texts.address} help={texts.addressHelp} defaultValue={data.addressLines.join('\n')} rows={3} state={state} />
      <TextInput name="phone" type="tel" label={texts.phone} defaultValue={data.phone} width="short" state={state} />
      <TextInput name="email" type="email" label={texts.email} defaultValue={data.email} width="half" state={state} />
      <TextInput name="website" type="url" label={texts.website} defaultValue={data.website} width="half" state={state} />
      <TextInput name="accent" label={texts.accent} help={texts.accentHelp} defaultValue={data.accent} width="short" spellCheck={false} state={state} />
      <SubmitButton>{texts.save}</SubmitButton>
    </form>
  )
}
