'use client'

import { useActionState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { ErrorSummary } from '@/components/ui/error-summary'
import { ProofField } from '@/components/ui/proof-field'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { closeUnit } from '@/lib/access/units/actions'

/** Closing a unit that citizens have agreed to share with: what they agreed to opens nothing afterwards. */
export function CloseForm({ unitId, version, texts }: { unitId: string; version: number; texts: Record<'told' | 'close', string> }) {
  const [state, submit] = useActionState(closeUnit, null)
  return (
    <form action={submit} noValidate className="mt-4 space-y-4">
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      <ProofField state={state} />
      <input type="hidden" name="unitId" value={unitId} />
      <input type="hidden" name="version" value={version} />
      <Checkbox name="told" value="yes" label={texts.told} state={state} />
      <SubmitButton variant="secondary">{texts.close}</SubmitButton>
    </form>
  )
}
