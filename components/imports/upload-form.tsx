'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FileInput } from '@/components/ui/file-input'
import type { FormState } from '@/components/ui/form-state'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'

type Props = {
  action: (previous: FormState, formData: FormData) => Promise<FormState>
  texts: { label: string; help: string; submit: string; pending: string }
}

/** One file. Why it cannot be read stands at the field, and the next file can be chosen there. */
export function UploadForm({ action, texts }: Props) {
  const [state, send] = useActionState(action, null)
  return (
    <form action={send} className="max-w-xl space-y-4">
      <SubmissionField state={state} />
      <ErrorSummary state={state} />
      <FileInput name="file" label={texts.label} help={texts.help} accept=".csv,.txt,.xlsx" state={state} required />
      <SubmitButton pendingLabel={texts.pending}>{texts.submit}</SubmitButton>
    </form>
  )
}
