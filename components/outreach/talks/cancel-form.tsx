'use client'

import { useActionState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { DialogCancel } from '@/components/ui/dialog-cancel'
import { ErrorSummary } from '@/components/ui/error-summary'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { cancelTalkByStaff } from '@/lib/outreach/talks/actions'

type Props = { talkId: string; reasons: { value: string; label: string }[]; texts: Record<'trigger' | 'title' | 'text' | 'reason' | 'submit', string> }

export function CancelForm({ talkId, reasons, texts }: Props) {
  const [state, submit] = useActionState(cancelTalkByStaff, null)
  return (
    <Dialog trigger={texts.trigger} title={texts.title} variant="quiet" size="small">
      <form action={submit} noValidate className="form-stack">
        <p>{texts.text}</p>
        <ErrorSummary state={state} scope={talkId} />
        <input type="hidden" name="talkId" value={talkId} />
        <SubmissionField state={state} />
        <RadioGroup name="reason" label={texts.reason} options={reasons} state={state} scope={talkId} />
        <div className="form-actions"><SubmitButton variant="danger">{texts.submit}</SubmitButton><DialogCancel /></div>
      </form>
    </Dialog>
  )
}
