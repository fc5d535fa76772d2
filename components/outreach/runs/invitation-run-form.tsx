'use client'

import { useActionState } from 'react'
import { DateField } from '@/components/ui/date-field'
import { ErrorSummary } from '@/components/ui/error-summary'
import { LinkButton } from '@/components/ui/link-button'
import { Select } from '@/components/ui/select'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { createInvitationRun } from '@/lib/outreach/runs/invitations/actions'
import type { Day } from '@/lib/platform/day'

type Texts = Record<'name' | 'letterDate' | 'letterHelp' | 'template' | 'submit' | 'back', string>
type Props = { texts: Texts; eventId: string; templates: { value: string; label: string }[]; defaults: { name: string; letterDate: Day; template: string } }

export function InvitationRunForm({ texts, eventId, templates, defaults }: Props) {
  const [state, submit] = useActionState(createInvitationRun, null)
  return (
    <form action={submit} noValidate className="max-w-xl space-y-5">
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      <input type="hidden" name="eventId" value={eventId} />
      <TextInput name="name" label={texts.name} state={state} defaultValue={defaults.name} />
      <DateField name="letterDate" label={texts.letterDate} help={texts.letterHelp} state={state} defaultValue={defaults.letterDate} />
      <Select name="templateId" label={texts.template} state={state} options={templates} defaultValue={defaults.template} />
      <div className="form-actions">
        <SubmitButton>{texts.submit}</SubmitButton>
        <LinkButton href={`/outreach/year-wheel/${eventId}`}>{texts.back}</LinkButton>
      </div>
    </form>
  )
}
