'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Select, type Option } from '@/components/ui/select'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { saveUnit } from '@/lib/access/users/actions'

type Texts = Record<'unit' | 'unitHelp' | 'noUnit' | 'save', string>

export function UnitForm({ user, units, texts }: { user: { id: string; version: number; unitId: string | null }; units: Option[]; texts: Texts }) {
  const [state, submit] = useActionState(saveUnit, null)
  return (
    <form action={submit} className="space-y-4">
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      <input type="hidden" name="userId" value={user.id} />
      <input type="hidden" name="version" value={user.version} />
      <Select name="unitId" label={texts.unit} help={texts.unitHelp} options={units} placeholder={texts.noUnit} defaultValue={user.unitId ?? ''} state={state} />
      <SubmitButton variant="secondary">{texts.save}</SubmitButton>
    </form>
  )
}
