'use client'

import { type ReactNode, useActionState } from 'react'
import { BulkBar } from '@/components/ui/bulk-bar'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { askPlanned } from '@/lib/volunteering/matching/plan/actions'

/** The table stands inside the form: its ticks are what is sent, or the one whose button is pressed. */
export function PlanForm({ ask, asking, page, children }: { ask: string; asking: string; /** Which one comes back to. */ page: number; children: ReactNode }) {
  const [state, submit] = useActionState(askPlanned, null)
  return (
    <form action={submit} noValidate>
      {/* Enter in a tick box sends a form by its first button, which would ask the first row: this one does nothing. */}
      <button type="submit" disabled hidden aria-hidden="true" tabIndex={-1} />
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      <input type="hidden" name="page" value={page} />
      {children}
      <BulkBar name="pairs">
        <SubmitButton pendingLabel={asking}>{ask}</SubmitButton>
      </BulkBar>
    </form>
  )
}
