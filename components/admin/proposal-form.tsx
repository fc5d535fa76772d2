'use client'

import { useActionState } from 'react'
import { DateField } from '@/components/ui/date-field'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Select, type Option } from '@/components/ui/select'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { proposeRight } from '@/lib/access/rights/actions'

type Texts = Record<'right' | 'choose' | 'reason' | 'reasonHelp' | 'until' | 'untilHelp' | 'propose', string>

export function ProposalForm({ userId, rights, texts }: { userId: string; rights: { label: string; options: Option[] }[]; texts: Texts }) {
  const [state, submit] = useActionState(proposeRight, null)
  return (
    <form action={submit} className="space-y-4">
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      <input type="hidden" name="userId" value={userId} />
      <Select name="right" label={texts.right} options={rights} placeholder={texts.choose} state={state} />
      <TextArea name="reason" label={texts.reason} help={texts.reasonHelp} rows={2} maxLength={300} state={state} />
      <DateField name="toDay" label={texts.until} help={texts.untilHelp} defaultValue={null} optional state={state} />
      <SubmitButton>{texts.propose}</SubmitButton>
    </form>
  )
}
