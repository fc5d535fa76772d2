'use client'

import { useActionState } from 'react'
import { DateField } from '@/components/ui/date-field'
import type { FormState } from '@/components/ui/form-state'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Day } from '@/lib/platform/day'

type Props = {
  action: (previous: FormState, formData: FormData) => Promise<FormState>
  batch: string; person: string; today: Day; texts: { day: string; submit: string }
}

/** The day somebody moved away, as far as it is known. */
export function MovedForm({ action, batch, person, today, texts }: Props) {
  const [state, send] = useActionState(action, null)
  return (
    <form action={send} className="space-y-2">
      <input type="hidden" name="batch" value={batch} />
      <input type="hidden" name="person" value={person} />
      <SubmissionField state={state} />
      {state?.message && <p role="alert" className="text-error-ink">{state.message}</p>}
      <DateField name="day" label={texts.day} state={state} scope={person} defaultValue={today} />
      <SubmitButton size="small">{texts.submit}</SubmitButton>
    </form>
  )
}
