'use client'

import { useActionState } from 'react'
import { DateField } from '@/components/ui/date-field'
import { ErrorSummary } from '@/components/ui/error-summary'
import { type Choice, RadioGroup } from '@/components/ui/radio-group'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { measureProgress } from '@/lib/casework/progress/actions'
import type { Rater } from '@/lib/casework/progress/rules'
import type { Day } from '@/lib/platform/day'
import { ScaleField } from './scale-field'

export type FormLine = { key: string; name: string; last: string }
type Props = { personId: string; scale: string; lines: FormLine[]; steps: { value: number; label: string; means?: string }[]; /** The scale in words. */ meaning: string; raters: Choice[]; /** Who rated last time. */ usual: Rater | null; today: Day; texts: Record<string, string> }

/** A whole measurement: each line once, who rated, and the day, which is today unless somebody says otherwise. */
export function MeasureForm({ personId, scale, lines, steps, meaning, raters, usual, today, texts }: Props) {
  const [state, submit] = useActionState(measureProgress, null)
  return (
    <form action={submit} noValidate className="space-y-4">
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      <input type="hidden" name="personId" value={personId} />
      <input type="hidden" name="scale" value={scale} />
      <p className="text-sm text-muted">{meaning}</p>
      {lines.map(({ key, name, last }) => (
        <div key={key}>
          <ScaleField name={`rating.${key}`} label={name} last={last} steps={steps} notRated={texts.notRated ?? ''} state={state} />
          <details className="explain mt-1" open={Boolean(state?.values[`words.${key}`])}>
            <summary>{texts.addWords}</summary>
            <div className="mt-1"><TextInput name={`words.${key}`} label={texts.words} optional state={state} /></div>
          </details>
        </div>
      ))}
      <RadioGroup name="ratedBy" label={texts.ratedBy} options={raters} state={state} defaultValue={usual ?? ''} />
      <DateField name="measuredOn" label={texts.measuredOn} defaultValue={today} state={state} />
      <SubmitButton>{texts.submit}</SubmitButton>
    </form>
  )
}
