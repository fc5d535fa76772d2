'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { openCode } from '@/lib/outreach/replies/actions'

export function CodeForm({ texts }: { texts: { code: string; help: string; submit: string } }) {
  const [state, submit] = useActionState(openCode, null)
  return (
    <form action={submit} noValidate className="form-stack">
      <ErrorSummary state={state} />
      <TextInput name="code" label={texts.code} help={texts.help} width="half" autoComplete="off" spellCheck={false} state={state} />
      <div><SubmitButton>{texts.submit}</SubmitButton></div>
    </form>
  )
}
