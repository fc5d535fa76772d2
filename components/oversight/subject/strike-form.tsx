'use client'

import { type ReactNode, useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FormMessage } from '@/components/ui/form-message'
import { Select } from '@/components/ui/select'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { strikeParts } from '@/lib/oversight/subject-export/actions'

type Props = { requestId: string; tab: string; reasons: { value: string; label: string }[]; texts: Record<'strikeReason' | 'choose' | 'replacement' | 'replacementHelp' | 'strike', string>; children: ReactNode }

/** The ticks of one table's rows and what is done with them. */
export function StrikeForm({ requestId, tab, reasons, texts, children }: Props) {
  const [state, submit] = useActionState(strikeParts, null)
  return (
    <form action={submit} noValidate className="space-y-4">
      <ErrorSummary state={state} scope={tab} />
      <SubmissionField state={state} />
      <input type="hidden" name="requestId" value={requestId} />
      {children}
      <div className="no-print flex flex-wrap items-end gap-4 border-t border-line pt-3">
        <Select name="reason" scope={tab} label={texts.strikeReason} options={reasons} placeholder={texts.choose} state={state} />
        <TextInput name="replacement" scope={tab} label={texts.replacement} help={texts.replacementHelp} state={state} optional autoComplete="off" />
        <SubmitButton variant="secondary">{texts.strike}</SubmitButton>
      </div>
      <FormMessage state={state} />
    </form>
  )
}
