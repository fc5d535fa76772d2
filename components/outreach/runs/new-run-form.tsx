'use client'

import { useActionState } from 'react'
import { DateField } from '@/components/ui/date-field'
import { ErrorSummary } from '@/components/ui/error-summary'
import { LinkButton } from '@/components/ui/link-button'
import { Select } from '@/components/ui/select'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { createRun } from '@/lib/outreach/runs/actions'
import type { Day } from '@/lib/platform/day'

type Texts = Record<'name' | 'dueThrough' | 'dueHelp' | 'letterDate' | 'letterHelp' | 'template' | 'first' | 'firstHelp' | 'firstNone' | 'submit' | 'back', string>
type Props = { texts: Texts; templates: { value: string; label: string }[]; defaults: { name: string; dueThrough: Day; letterDate: Day; template: string; first: string } }

export function NewRunForm({ texts, templates, defaults }: Props) {
  const [state, submit] = useActionState(createRun, null)
  return (
    <form action={submit} noValidate className="max-w-xl space-y-5">
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      <TextInput name="name" label={texts.name} state={state} defaultValue={defaults.name} />
      <DateField name="dueThrough" label={texts.dueThrough} help={texts.dueHelp} state={state} defaultValue={defaults.dueThrough} />
      <DateField name="letterDate" label={texts.letterDate} help={texts.letterHelp} state={state} defaultValue={defaults.letterDate} />
      <Select name="templateId" label={texts.template} state={state} options={templates} defaultValue={defaults.template} />
      <Select name="firstTemplateId" label={texts.first} help={texts.firstHelp} state={state} options={templates} placeholder={texts.firstNone} defaultValue={defaults.first} />
      <div className="form-actions">
        <SubmitButton>{texts.submit}</SubmitButton>
        <LinkButton href="/outreach/runs">{texts.back}</LinkButton>
      </div>
    </form>
  )
}
