'use client'

import { useActionState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { ErrorSummary } from '@/components/ui/error-summary'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { saveRetentionRule } from '@/lib/oversight/retention/actions'
import type { RuleFacts } from '@/lib/oversight/retention/queries'

type Texts = Record<'length' | 'unit' | 'source' | 'sourceHelp' | 'active' | 'archive' | 'archiveHelp' | 'save', string>

export function RuleForm({ rule, units, texts }: { rule: RuleFacts; units: { value: string; label: string }[]; texts: Texts }) {
  const [state, submit] = useActionState(saveRetentionRule, null)
  return (
    <form action={submit} noValidate className="max-w-xl space-y-5">
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      <input type="hidden" name="kind" value={rule.kind} />
      <input type="hidden" name="version" value={rule.version} />
      <TextInput name="length" label={texts.length} defaultValue={String(rule.length)} state={state} width="short" inputMode="numeric" autoComplete="off" />
      <RadioGroup name="unit" label={texts.unit} options={units} defaultValue={rule.unit} state={state} inline />
      <TextInput name="source" label={texts.source} help={texts.sourceHelp} defaultValue={rule.source} state={state} autoComplete="off" />
      <Checkbox name="archive" label={texts.archive} help={texts.archiveHelp} defaultChecked={rule.archive} state={state} />
      <Checkbox name="active" label={texts.active} defaultChecked={rule.active} state={state} />
      <SubmitButton>{texts.save}</SubmitButton>
    </form>
  )
}
