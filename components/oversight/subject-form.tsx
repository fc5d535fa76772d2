'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmitButton } from '@/components/ui/submit-button'
import { findSubject } from '@/lib/oversight/lookups/actions'
import { WhoFields, type WhoTexts } from './who-fields'

type Texts = WhoTexts & { submit: string }

export function SubjectForm({ texts }: { texts: Texts }) {
  const [state, submit] = useActionState(findSubject, null)
  return (
    <form action={submit} noValidate className="max-w-xl space-y-5">
      <ErrorSummary state={state} />
      <WhoFields texts={texts} state={state} />
      <SubmitButton>{texts.submit}</SubmitButton>
    </form>
  )
}
