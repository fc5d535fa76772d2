'use client'

import { useActionState } from 'react'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Select, type Option } from '@/components/ui/select'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { saveRights } from '@/lib/access/users/actions'

type Texts = Record<'unit' | 'noUnit' | 'roles' | 'rolesHelp' | 'clearances' | 'clearancesHelp' | 'save', string>
type Props = {
  user: { id: string; version: number; unitId: string | null; roles: string[]; clearances: string[]; federated: boolean }
  units: Option[]
  roles: Option[]
  clearances: Option[]
  texts: Texts
}

export function RightsForm({ user, units, roles, clearances, texts }: Props) {
  const [state, submit] = useActionState(saveRights, null)
  return (
    <form action={submit} className="max-w-2xl space-y-5">
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      <input type="hidden" name="userId" value={user.id} />
      <input type="hidden" name="version" value={user.version} />
      <Select name="unitId" label={texts.unit} options={units} placeholder={texts.noUnit} defaultValue={user.unitId ?? ''} state={state} />
      <CheckboxGroup name="roles" label={texts.roles} help={texts.rolesHelp} options={roles} defaultValue={user.roles} disabled={user.federated} state={state} />
      <CheckboxGroup name="clearances" label={texts.clearances} help={texts.clearancesHelp} options={clearances} defaultValue={user.clearances} state={state} />
      <SubmitButton>{texts.save}</SubmitButton>
    </form>
  )
}
