'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { HiddenFields } from '@/components/ui/hidden-fields'
import { FormMessage } from '@/components/ui/form-message'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { assessBreach } from '@/lib/oversight/breaches/actions'
import type { Breach } from '@/lib/oversight/breaches/queries'

type Props = { breach: Breach; risks: { value: string; label: string }[]; texts: Record<'risk' | 'riskReason' | 'consequences' | 'measures' | 'people' | 'saveAssessment', string> }

export function AssessForm({ breach, risks, texts }: Props) {
  const [state, submit] = useActionState(assessBreach, null)
  return (
    <form action={submit} noValidate className="max-w-xl space-y-5">
      <ErrorSummary state={state} scope="assess" />
      <SubmissionField state={state} />
      <input type="hidden" name="breachId" value={breach.id} />
      <HiddenFields values={{ version: String(breach.version) }} state={state} />
      <RadioGroup name="risk" scope="assess" label={texts.risk} options={risks} defaultValue={breach.risk ?? undefined} state={state} />
      <TextArea name="riskReason" scope="assess" label={texts.riskReason} defaultValue={breach.riskReason ?? ''} state={state} rows={3} maxLength={4000} />
      <TextArea name="consequences" scope="assess" label={texts.consequences} defaultValue={breach.consequences ?? ''} state={state} rows={3} maxLength={4000} />
      <TextArea name="measures" scope="assess" label={texts.measures} defaultValue={breach.measures ?? ''} state={state} rows={3} maxLength={4000} />
      <TextInput name="people" scope="assess" label={texts.people} defaultValue={breach.people === null ? '' : String(breach.people)} state={state} width="short" inputMode="numeric" autoComplete="off" optional />
      <SubmitButton>{texts.saveAssessment}</SubmitButton>
      <FormMessage state={state} />
    </form>
  )
}
