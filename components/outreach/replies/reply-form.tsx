'use client'

import { useRouter } from 'next/navigation'
import { useActionState, useEffect, type ReactNode } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { FormState } from '@/components/ui/form-state'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { SlotChoice, type SlotDay } from './slot-choice'

type Labelled = { value: string; label: string }
export type ReplyChoices = {
  kinds: { kind: string; label: string; help: string }[]
  days: SlotDay[]
  months: Labelled[]
  callTimes: Labelled[]
  texts: Record<'what' | 'submit' | 'sending' | 'slot' | 'place' | 'moreSlots' | 'noSlot' | 'noFree' | 'phone' | 'phoneHelp' | 'callWhen' | 'month' | 'chooseMonth' | 'address' | 'addressHelp' | 'message' | 'messageHelp', string>
}
type Props = { action: (previous: FormState, formData: FormData) => Promise<FormState>; code: string; choices: ReplyChoices }

/** One question, one button. Everything here also works as a plain form; errors and typed values come back in the page. */
export function ReplyForm({ action, code, choices }: Props) {
  const [state, submit] = useActionState(action, null)
  const router = useRouter()
  const slotLost = Boolean(state?.fields?.slotId)
  // Somebody was quicker: fetch the times that are left, with everything typed kept.
  useEffect(() => { if (slotLost) router.refresh() }, [slotLost, state, router])
  const { texts } = choices
  const more: Record<string, ReactNode> = {
    TALK: <SlotChoice days={choices.days} texts={texts} state={state} />,
    CALL: <CallFields choices={choices} state={state} />,
    LATER: <Select name="laterMonth" label={texts.month} placeholder={texts.chooseMonth} options={choices.months} state={state} fit />,
    MOVED: <TextArea name="newAddress" label={texts.address} help={texts.addressHelp} rows={3} state={state} optional />,
  }
  return (
    <form action={submit} noValidate className="form-stack">
      <ErrorSummary state={state} />
      <input type="hidden" name="code" value={code} />
      <SubmissionField state={state} />
      <RadioGroup name="kind" label={<span className="text-lg">{texts.what}</span>} state={state}
        options={choices.kinds.map(({ kind, label, help }) => ({ value: kind, label: <span className="font-semibold">{label}</span>, help, more: more[kind] }))} />
      <TextArea name="message" label={texts.message} help={texts.messageHelp} rows={2} state={state} optional />
      <div><SubmitButton pendingLabel={texts.sending}>{texts.submit}</SubmitButton></div>
    </form>
  )
}

function CallFields({ choices: { texts, callTimes }, state }: { choices: ReplyChoices; state: FormState }) {
  return (
    <div className="space-y-4">
      <TextInput name="phone" type="tel" label={texts.phone} help={texts.phoneHelp} width="half" autoComplete="tel" state={state} optional />
      <Select name="callTime" label={texts.callWhen} options={callTimes} defaultValue="ANY" state={state} fit />
    </div>
  )
}
