'use client'

import { useActionState } from 'react'
import { DateField } from '@/components/ui/date-field'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmissionField } from '@/components/ui/submission-field'
import type { Day } from '@/lib/platform/day'
import { logOwnMeeting } from '@/lib/volunteering/own/meetings/actions'

type Props = { matchId: string; today: Day; lengths: { minutes: number; label: string }[]; texts: Record<'met' | 'not' | 'day' | 'howLong' | 'save', string> }

/** Two taps: that they met, and how long; or that they did not, and yes. The day is today unless somebody says another. Works without scripts: the button carries the answer. */
export function MeetingForm({ matchId, today, lengths, texts }: Props) {
  return (
    <div className="mt-4 space-y-3">
      <Half matchId={matchId} today={today} title={texts.met} day={texts.day} legend={texts.howLong} buttons={lengths.map(({ minutes, label }) => ({ value: String(minutes), label }))} />
      <Half matchId={matchId} today={today} title={texts.not} day={texts.day} buttons={[{ value: 'not', label: texts.save }]} />
    </div>
  )
}

function Half({ matchId, today, title, day, legend, buttons }: { matchId: string; today: Day; title: string; day: string; legend?: string; buttons: { value: string; label: string }[] }) {
  const [state, send, pending] = useActionState(logOwnMeeting, null)
  return (
    <details className="rounded-md border border-line" open={state ? true : undefined}>
      <summary className="btn btn-secondary w-full">{title}</summary>
      <form action={send} noValidate className="space-y-4 p-4">
        <ErrorSummary state={state} />
        <input type="hidden" name="ownMatch" value={matchId} />
        <SubmissionField state={state} />
        <DateField name="on" label={day} defaultValue={today} state={state} />
        <fieldset>
          {legend && <legend className="mb-2 font-semibold">{legend}</legend>}
          <div className={buttons.length > 1 ? 'grid grid-cols-2 gap-2 sm:grid-cols-3' : undefined}>{buttons.map(({ value, label }) => <button key={value} type="submit" name="length" value={value} disabled={pending} className="btn btn-primary min-h-12">{label}</button>)}</div>
        </fieldset>
      </form>
    </details>
  )
}
