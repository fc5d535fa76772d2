'use client'

import { useActionState } from 'react'
import { DateField } from '@/components/ui/date-field'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { recordCarried } from '@/lib/outreach/runs/members/actions'
import type { Day } from '@/lib/platform/day'

type Props = { runId: string; personId: string; today: Day; texts: { day: string; submit: string } }

export function CarriedForm({ runId, personId, today, texts }: Props) {
  const [state, submit] = useActionState(recordCarried, null)
  return (
    <form action={submit} noValidate className="max-w-xl space-y-3">
      <ErrorSummary state={state} scope="carried" />
      <SubmissionField state={state} />
      <input type="hidden" name="runId" value={runId} />
      <input type="hidden" name="personId" value={personId} />
      <DateField name="carriedOn" label={texts.day} state={state} scope="carried" defaultValue={today} />
      <SubmitButton>{texts.submit}</SubmitButton>
    </form>
  )
}
