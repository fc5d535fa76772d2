'use client'

import { type ReactNode, useActionState } from 'react'
import type { ButtonVariant } from '@/components/ui/button-style'
import { Checkbox } from '@/components/ui/checkbox'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { FormState } from '@/components/ui/form-state'
import { FormMessage } from '@/components/ui/form-message'
import { HiddenFields } from '@/components/ui/hidden-fields'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'

type Choices = { name: string; label: string; options: { value: string; label: string }[]; defaultValue?: string }
type Props = {
  action: (previous: FormState, formData: FormData) => Promise<FormState>
  scope: string
  values: Record<string, string>
  submit: string
  variant?: ButtonVariant
  text?: { name: string; label: string; help?: string; optional?: boolean; defaultValue?: string }
  choices?: Choices
  confirm?: { name: string; label: string }
  children?: ReactNode
}

/** One step of a case: at most a choice, a text and a yes. */
export function StepForm({ action, scope, values, submit, variant = 'primary', text, choices, confirm, children }: Props) {
  const [state, send] = useActionState(action, null)
  return (
    <form action={send} noValidate className="max-w-xl space-y-4">
      <ErrorSummary state={state} scope={scope} />
      <SubmissionField state={state} />
      <HiddenFields values={values} state={state} />
      {children}
      {choices && <RadioGroup {...choices} scope={scope} state={state} />}
      {text && <TextArea {...text} scope={scope} state={state} rows={3} maxLength={1000} />}
      {confirm && <Checkbox {...confirm} scope={scope} state={state} />}
      <SubmitButton variant={variant}>{submit}</SubmitButton>
      <FormMessage state={state} />
    </form>
  )
}
