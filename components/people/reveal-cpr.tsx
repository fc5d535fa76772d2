'use client'

import { useActionState } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { SubmitButton } from '@/components/ui/submit-button'
import { revealCpr } from '@/lib/people/cpr/actions'

type Props = { personId: string; masked: string; texts: { show: string; label: string } }

/** Masked until asked for; asking is remembered. No submission id here: an answer that is remembered would keep the number in clear. */
export function RevealCpr({ personId, masked, texts }: Props) {
  const [state, submit] = useActionState(revealCpr, null)
  const shown = state?.ok ? state.message : undefined
  return (
    <form action={submit} className="inline-flex items-center gap-1">
      <input type="hidden" name="personId" value={personId} />
      <span className="tabular" aria-live="polite"><span className="sr-only">{texts.label} </span>{shown ?? masked}</span>
      {shown ? <CopyButton text={shown} what={texts.label} /> : <span className="no-print"><SubmitButton variant="quiet" size="small">{texts.show}</SubmitButton></span>}
      {state && !state.ok && <span role="alert" className="text-error-ink">{state.message}</span>}
    </form>
  )
}
