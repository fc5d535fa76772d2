'use client'

import { useActionState } from 'react'
import type { ButtonVariant } from '@/components/ui/button-style'
import { DateField } from '@/components/ui/date-field'
import { FormMessage } from '@/components/ui/form-message'
import type { FormState } from '@/components/ui/form-state'
import { Icon } from '@/components/ui/icon'
import { type Option, Select } from '@/components/ui/select'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import type { Day } from '@/lib/platform/day'

type Label = { label: string; help?: string }
type Props = {
  action: (previous: FormState, formData: FormData) => Promise<FormState>
  /** Sets the fields of several small forms on one page apart. */
  scope: string
  hidden: Record<string, string>
  choice?: Label & { name: string; options: Option[]; placeholder: string }
  line?: Label
  area?: Label & { optional?: boolean }
  day?: Label & { name: string; value: Day }
  submit: string
  /** Folded under these words, until it has something to say: without scripts an answer in a closed fold would not be seen. */
  fold?: string
  open?: boolean
  variant?: ButtonVariant
}

/** One small form among several on a page: a word or two, a day, and one button. */
export function ScopedForm({ action, scope, hidden, choice, line, area, day, submit, fold, open = false, variant = 'secondary' }: Props) {
  const [state, send] = useActionState(action, null)
  const form = (
    <form action={send} noValidate className="max-w-2xl space-y-3">
      <FormMessage state={state} />
      <SubmissionField state={state} />
      {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {choice && <Select {...choice} scope={scope} state={state} fit />}
      {day && <DateField name={day.name} label={day.label} help={day.help} scope={scope} state={state} defaultValue={day.value} />}
      {line && <TextInput name="words" scope={scope} state={state} {...line} autoComplete="off" />}
      {area && <TextArea name="words" scope={scope} state={state} {...area} rows={3} maxLength={1000} />}
      <SubmitButton size="small" variant={variant}>{submit}</SubmitButton>
    </form>
  )
  return fold ? <details className="explain" open={open || (state !== null && !state.ok)}><summary><Icon name="forward" />{fold}</summary><div className="explain-body">{form}</div></details> : form
}
