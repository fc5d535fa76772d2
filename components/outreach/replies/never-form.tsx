'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { buttonStyle } from '@/components/ui/button-style'
import { stopLetters } from '@/lib/outreach/replies/actions'

/** Two ways on of the same weight; nothing is chosen beforehand. */
export function NeverForm({ code, back, texts }: { code: string; back: string; texts: { yes: string; no: string } }) {
  const [state, submit] = useActionState(stopLetters, null)
  return (
    <form action={submit} className="form-actions">
      <ErrorSummary state={state} />
      <input type="hidden" name="code" value={code} />
      <SubmissionField state={state} />
      <SubmitButton variant="secondary">{texts.yes}</SubmitButton>
      <a href={back} className={buttonStyle('secondary')}>{texts.no}</a>
    </form>
  )
}
