'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { type Option, Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { findExplained } from '@/lib/oversight/explain/actions'
import { WhoFields, type WhoTexts } from '../who-fields'

type Texts = WhoTexts & { user: string; userHelp: string; nobody: string; person: string; personHelp: string; submit: string }

/** A colleague, a citizen, or both. */
export function ExplainForm({ users, user, texts }: { users: Option[]; user: string | null; texts: Texts }) {
  const [state, submit] = useActionState(findExplained, null)
  return (
    <form action={submit} noValidate className="max-w-xl space-y-5">
      <ErrorSummary state={state} />
      <Select name="user" label={texts.user} help={texts.userHelp} options={users} defaultValue={user ?? ''} placeholder={texts.nobody} state={state} />
      <fieldset className="space-y-5">
        <legend className="font-semibold">{texts.person}</legend>
        <p className="text-muted">{texts.personHelp}</p>
        <WhoFields texts={texts} state={state} />
      </fieldset>
      <SubmitButton>{texts.submit}</SubmitButton>
    </form>
  )
}
