'use client'

import { useActionState } from 'react'
import { DateField } from '@/components/ui/date-field'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FormMessage } from '@/components/ui/form-message'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { TimeField } from '@/components/ui/time-field'
import { authorityTold } from '@/lib/oversight/breaches/actions'

export function NotifyForm({ breachId, version, texts }: { breachId: string; version: number; texts: Record<'toldAt' | 'time' | 'reference' | 'lateReason' | 'notifyButton', string> }) {
  const [state, submit] = useActionState(authorityTold, null)
  return (
    <form action={submit} noValidate className="max-w-xl space-y-5">
      <ErrorSummary state={state} scope="notify" />
      <SubmissionField state={state} />
      <input type="hidden" name="breachId" value={breachId} />
      <input type="hidden" name="version" value={version} />
      <div className="flex flex-wrap items-end gap-4"><DateField name="toldAt" scope="notify" label={texts.toldAt} state={state} /><TimeField name="toldAtTime" scope="notify" label={texts.time} state={state} /></div>
      <TextInput name="reference" scope="notify" label={texts.reference} state={state} autoComplete="off" optional />
      <TextArea name="lateReason" scope="notify" label={texts.lateReason} state={state} rows={2} maxLength={4000} optional />
      <SubmitButton>{texts.notifyButton}</SubmitButton>
      <FormMessage state={state} />
    </form>
  )
}
