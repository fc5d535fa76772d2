'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { giveReason } from '@/lib/access/reasons/actions'

type Props = { personId: string; to: string; reasons: { code: string; label: string }[]; texts: Record<'other' | 'note' | 'noteHelp' | 'submit', string> }

/** One tap for the usual reasons; words for the others. */
export function ReasonForm({ personId, to, reasons, texts }: Props) {
  const [state, submit] = useActionState(giveReason, null)
  const hidden = (
    <>
      <input type="hidden" name="personId" value={personId} />
      <input type="hidden" name="to" value={to} />
      <SubmissionField state={state} />
    </>
  )
  return (
    <div className="max-w-xl">
      <ErrorSummary state={state} />
      <form action={submit}>
        {hidden}
        <ul className="space-y-2">
          {reasons.map(({ code, label }) => <li key={code}><SubmitButton name="code" value={code} variant="secondary" className="w-full justify-start text-start">{label}</SubmitButton></li>)}
        </ul>
      </form>
      <details className="mt-4" open={state?.fields?.note ? true : undefined}>
        <summary className="font-semibold">{texts.other}</summary>
        <form action={submit} noValidate className="mt-3 space-y-4">
          {hidden}
          <input type="hidden" name="code" value="other" />
          <TextArea name="note" label={texts.note} help={texts.noteHelp} state={state} rows={3} maxLength={500} />
          <SubmitButton>{texts.submit}</SubmitButton>
        </form>
      </details>
    </div>
  )
}
