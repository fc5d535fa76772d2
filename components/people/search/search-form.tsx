'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import type { FormState } from '@/components/ui/form-state'

type Props = { action: (previous: FormState, formData: FormData) => Promise<FormState>; query?: string; hidden?: Record<string, string>; texts: { label: string; help: string; submit: string }; focus?: boolean }

/** Posted, so that the words never stand in an address. No submission id: the same form may be sent again with other words. */
export function PeopleSearchForm({ action, query, hidden = {}, texts, focus }: Props) {
  const [state, submit] = useActionState(action, null)
  return (
    <form action={submit} role="search" noValidate className="no-print max-w-2xl space-y-2">
      <ErrorSummary state={state} />
      {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1"><TextInput key={query} name="q" label={texts.label} help={texts.help} state={state} defaultValue={query} autoComplete="off" spellCheck={false} autoFocus={focus} /></div>
        <SubmitButton>{texts.submit}</SubmitButton>
      </div>
    </form>
  )
}
