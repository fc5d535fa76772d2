'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { judgeLookup } from '@/lib/oversight/unusual/actions'

type Props = { id: string; version: number; texts: Record<'outcome' | 'note' | 'noteHelp' | 'save', string>; options: { value: string; label: string }[] }

export function VerdictForm({ id, version, texts, options }: Props) {
  const [state, submit] = useActionState(judgeLookup, null)
  return (
    <form action={submit} noValidate className="max-w-xl space-y-4">
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      <input type="hidden" name="lookupId" value={id} />
      <input type="hidden" name="version" value={version} />
      <RadioGroup name="outcome" label={texts.outcome} options={options} state={state} />
      <TextArea name="note" label={texts.note} help={texts.noteHelp} state={state} rows={3} maxLength={1000} />
      <SubmitButton>{texts.save}</SubmitButton>
    </form>
  )
}
