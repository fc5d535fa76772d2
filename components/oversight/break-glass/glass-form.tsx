'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { breakGlass } from '@/lib/oversight/break-glass/actions'
import { WhoFields, type WhoTexts } from '../who-fields'

type Choice = { value: string; label: string }
type Props = { who: WhoTexts; codes: Choice[]; hours: Choice[]; usual: string; texts: Record<'code' | 'note' | 'noteHelp' | 'hours' | 'submit', string> }

/** Whom, why and for how long. All of it is asked for every time. */
export function GlassForm({ who, codes, hours, usual, texts }: Props) {
  const [state, submit] = useActionState(breakGlass, null)
  return (
    <form action={submit} noValidate className="max-w-xl space-y-5">
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      <WhoFields texts={who} state={state} />
      <RadioGroup name="code" label={texts.code} options={codes} state={state} />
      <TextArea name="note" label={texts.note} help={texts.noteHelp} state={state} rows={3} maxLength={500} />
      <RadioGroup name="hours" label={texts.hours} options={hours} defaultValue={usual} state={state} inline />
      <SubmitButton variant="danger">{texts.submit}</SubmitButton>
    </form>
  )
}
