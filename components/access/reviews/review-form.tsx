'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { FormState } from '@/components/ui/form-state'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'

/** In order with one tap; what is to be followed up is said in words. */
export function ReviewForm({ id, action, texts }: { id: string; action: (previous: FormState, form: FormData) => Promise<FormState>; texts: Record<'fine' | 'followUp' | 'note' | 'noteHelp' | 'save', string> }) {
  const [state, submit] = useActionState(action, null)
  const hidden = <><input type="hidden" name="id" value={id} /><SubmissionField state={state} /></>
  return (
    <div className="space-y-2">
      <ErrorSummary state={state} />
      <form action={submit}>{hidden}<SubmitButton name="verdict" value="fine" variant="secondary" size="small">{texts.fine}</SubmitButton></form>
      <details open={state?.fields?.note ? true : undefined}>
        <summary>{texts.followUp}</summary>
        <form action={submit} noValidate className="mt-2 space-y-3">
          {hidden}
          <input type="hidden" name="verdict" value="follow-up" />
          <TextArea name="note" scope={id} label={texts.note} help={texts.noteHelp} state={state} rows={2} maxLength={1000} />
          <SubmitButton size="small">{texts.save}</SubmitButton>
        </form>
      </details>
    </div>
  )
}
