'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { excludeMember } from '@/lib/outreach/runs/members/actions'

type Props = { runId: string; personId: string; texts: { note: string; help: string; submit: string } }

export function ExcludeForm({ runId, personId, texts }: Props) {
  const [state, submit] = useActionState(excludeMember, null)
  return (
    <form action={submit} noValidate className="max-w-xl space-y-3">
      <ErrorSummary state={state} scope="exclude" />
      <SubmissionField state={state} />
      <input type="hidden" name="runId" value={runId} />
      <input type="hidden" name="personId" value={personId} />
      <TextInput name="note" label={texts.note} help={texts.help} state={state} scope="exclude" />
      <SubmitButton variant="secondary">{texts.submit}</SubmitButton>
    </form>
  )
}
