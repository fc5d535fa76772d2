'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Select, type Option } from '@/components/ui/select'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { addProgressAim } from '@/lib/casework/progress/actions'

type Props = { personId: string; dimensions: Option[]; texts: Record<'dimension' | 'text' | 'textHelp' | 'choose' | 'submit', string> }

export function AimForm({ personId, dimensions, texts }: Props) {
  const [state, submit] = useActionState(addProgressAim, null)
  return (
    <form action={submit} noValidate className="space-y-3">
      <ErrorSummary state={state} scope="aim" />
      <SubmissionField state={state} />
      <input type="hidden" name="personId" value={personId} />
      <Select name="dimension" scope="aim" label={texts.dimension} options={dimensions} placeholder={texts.choose} state={state} />
      <TextInput name="text" scope="aim" label={texts.text} help={texts.textHelp} state={state} />
      <SubmitButton size="small" variant="secondary">{texts.submit}</SubmitButton>
    </form>
  )
}
