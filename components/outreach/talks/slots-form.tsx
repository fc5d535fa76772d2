'use client'

import { useActionState } from 'react'
import { DateField } from '@/components/ui/date-field'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { TimeField } from '@/components/ui/time-field'
import { makeSlots } from '@/lib/outreach/talks/actions'
import type { Day } from '@/lib/platform/day'

type Props = { from: Day; place: string; texts: Record<'from' | 'start' | 'length' | 'pause' | 'perDay' | 'weeks' | 'place' | 'placeHelp' | 'submit', string> }

export function SlotsForm({ from, place, texts }: Props) {
  const [state, submit] = useActionState(makeSlots, null)
  const number = (name: 'length' | 'pause' | 'perDay' | 'weeks', value: string) => <TextInput name={name} label={texts[name]} width="tiny" inputMode="numeric" defaultValue={value} state={state} />
  return (
    <form action={submit} noValidate className="form-stack">
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      <DateField name="from" label={texts.from} defaultValue={from} state={state} />
      <TimeField name="start" label={texts.start} defaultValue="09:00" state={state} />
      {number('perDay', '4')}
      {number('length', '45')}
      {number('pause', '15')}
      {number('weeks', '1')}
      <TextInput name="place" label={texts.place} help={texts.placeHelp} defaultValue={place} state={state} />
      <div><SubmitButton>{texts.submit}</SubmitButton></div>
    </form>
  )
}
