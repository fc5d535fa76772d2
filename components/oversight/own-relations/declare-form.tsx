'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Select } from '@/components/ui/select'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { declareRelation } from '@/lib/oversight/own-relations/actions'
import { WhoFields, type WhoTexts } from '../who-fields'

type Props = { who: WhoTexts; kinds: { value: string; label: string }[]; texts: Record<'kind' | 'choose' | 'submit', string> }

/** Which relation, and to whom. */
export function DeclareForm({ who, kinds, texts }: Props) {
  const [state, submit] = useActionState(declareRelation, null)
  return (
    <form action={submit} noValidate className="mt-3 max-w-xl space-y-4">
      <ErrorSummary state={state} />
      {state?.ok && <p role="status" className="text-success-ink">{state.message}</p>}
      <SubmissionField state={state} />
      <Select name="kind" label={texts.kind} placeholder={texts.choose} options={kinds} state={state} />
      <WhoFields texts={who} state={state} />
      <SubmitButton>{texts.submit}</SubmitButton>
    </form>
  )
}
