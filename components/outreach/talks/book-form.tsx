'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Select, type OptionGroup } from '@/components/ui/select'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { bookTalk } from '@/lib/outreach/talks/actions'

type Props = { personId: string; days: OptionGroup[]; texts: { choose: string; first: string; submit: string } }

export function BookForm({ personId, days, texts }: Props) {
  const [state, submit] = useActionState(bookTalk, null)
  return (
    <form action={submit} noValidate className="form-stack">
      <ErrorSummary state={state} />
      <input type="hidden" name="personId" value={personId} />
      <SubmissionField state={state} />
      <Select name="slotId" label={texts.choose} placeholder={texts.first} options={days} state={state} fit />
      <div><SubmitButton>{texts.submit}</SubmitButton></div>
    </form>
  )
}
