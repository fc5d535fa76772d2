'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { FormState } from '@/components/ui/form-state'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'

type Props = { action: (previous: FormState, data: FormData) => Promise<FormState>; next?: string; texts: Record<'code' | 'help' | 'submit', string> }

export function CodeForm({ action, next, texts }: Props) {
  const [state, submit] = useActionState(action, null)
  return (
    <form action={submit} noValidate className="space-y-4">
      <ErrorSummary state={state} />
      {next && <input type="hidden" name="next" value={next} />}
      <TextInput name="code" label={texts.code} help={texts.help} width="half" autoComplete="one-time-code" spellCheck={false} autoFocus state={state} />
      <SubmitButton>{texts.submit}</SubmitButton>
    </form>
  )
}
