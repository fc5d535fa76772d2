'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { type Option, Select } from '@/components/ui/select'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { moveStaff } from '@/lib/access/units/actions'

export function MoveForm({ unitId, units, texts }: { unitId: string; units: Option[]; texts: Record<'to' | 'toHelp' | 'choose' | 'move', string> }) {
  const [state, submit] = useActionState(moveStaff, null)
  return (
    <form action={submit} noValidate className="space-y-4">
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      <input type="hidden" name="unitId" value={unitId} />
      <Select name="toId" label={texts.to} help={texts.toHelp} options={units} placeholder={texts.choose} fit state={state} />
      <SubmitButton variant="secondary">{texts.move}</SubmitButton>
    </form>
  )
}
