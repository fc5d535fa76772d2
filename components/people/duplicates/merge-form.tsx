'use client'

import { useActionState, type ReactNode } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { mergePair } from '@/lib/people/duplicates/actions'

/** The choices stand in `children`; here is only the sending. */
export function MergeForm({ hidden, texts, children }: { hidden: Record<string, string>; texts: { submit: string; note: string }; children: ReactNode }) {
  const [state, submit] = useActionState(mergePair, null)
  return (
    <form action={submit} className="space-y-4">
      <ErrorSummary state={state} />
      {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <SubmissionField state={state} />
      {children}
      <div className="form-actions"><SubmitButton>{texts.submit}</SubmitButton><span className="text-muted">{texts.note}</span></div>
    </form>
  )
}
