'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Select, type Option } from '@/components/ui/select'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { inviteUser } from '@/lib/access/accounts/actions'

type Texts = Record<'name' | 'email' | 'emailHelp' | 'title' | 'unit' | 'unitHelp' | 'noUnit' | 'submit', string>

export function InviteForm({ units, texts }: { units: Option[]; texts: Texts }) {
  const [state, submit] = useActionState(inviteUser, null)
  return (
    <form action={submit} noValidate className="space-y-4">
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      <TextInput name="name" label={texts.name} autoComplete="off" state={state} />
      <TextInput name="email" type="email" label={texts.email} help={texts.emailHelp} autoComplete="off" state={state} />
      <TextInput name="title" label={texts.title} optional autoComplete="off" state={state} />
      <Select name="unitId" label={texts.unit} help={texts.unitHelp} options={units} placeholder={texts.noUnit} state={state} />
      <SubmitButton>{texts.submit}</SubmitButton>
    </form>
  )
}
