'use client'

import { useActionState } from 'react'
import { DateField } from '@/components/ui/date-field'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { findByFacts } from '@/lib/casework/quick-log/actions'

type Props = { /** The quick log with who was chosen already. */ to: string; texts: Record<string, string> }
const SCOPE = 'facts'

/** Three facts find one, and nobody is shown. Posted, so that what was said never stands in an address. */
export function FactsForm({ to, texts }: Props) {
  const [state, submit] = useActionState(findByFacts, null)
  const text = (name: string, more: { help?: string; numeric?: true } = {}) => <TextInput name={name} label={texts[name]} help={more.help} optional state={state} scope={SCOPE} autoComplete="off" spellCheck={false} inputMode={more.numeric && 'numeric'} />
  return (
    <details className="explain" open={state !== null || undefined}>
      <summary>{texts.open}</summary>
      <form action={submit} noValidate className="mt-3 max-w-2xl space-y-4">
        <p className="max-w-text text-muted">{texts.lead}</p>
        <ErrorSummary state={state} scope={SCOPE} />
        <input type="hidden" name="to" value={to} />
        <div className="grid gap-4 sm:grid-cols-2">
          {text('firstName')}
          {text('lastName')}
          <DateField name="born" label={texts.born} help={texts.bornHelp} optional state={state} scope={SCOPE} />
          {text('phone', { help: texts.phoneHelp, numeric: true })}
          {text('street')}
          {text('postcode', { numeric: true })}
        </div>
        <SubmitButton>{texts.submit}</SubmitButton>
      </form>
    </details>
  )
}
