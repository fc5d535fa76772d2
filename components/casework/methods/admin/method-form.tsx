'use client'

import { useActionState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { FormState } from '@/components/ui/form-state'
import { type Option, Select } from '@/components/ui/select'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { saveMethod } from '@/lib/casework/methods/catalogue/actions'
import { type MethodForm as Form, readForm, rearranged } from '@/lib/casework/methods/catalogue/form'
import { StepFields } from './step-fields'

export type MethodFormTexts = Record<string, string>
type Props = { methodId: string; seen: number; initial: Form; kinds: { kind: string; label: string; help: string }[]; weekdays: string[]; scales: Option[]; texts: MethodFormTexts }

/** What stands in the fields now: as stored, as typed, or as typed and rearranged by the button that was pressed. The same with and without scripts. */
function shown(state: FormState, initial: Form): { form: Form; errors: FormState } {
  if (!state || state.values.steps === undefined) return { form: initial, errors: state }
  const [typed, wish] = [readForm(state.values), String(state.values.do ?? 'save')]
  // What was typed is already in `form`: by name it would stand beside the wrong step after a move.
  return wish === 'save' ? { form: typed, errors: { ...state, values: {} } } : { form: rearranged(typed, wish), errors: state.fields?.do ? null : { ...state, values: {} } }
}

/** A method as its steps and lines. Every button is of the same form: whatever was typed goes along. */
export function MethodForm({ methodId, seen, initial, kinds, weekdays, scales, texts: t }: Props) {
  const [state, submit] = useActionState(saveMethod, null)
  const { form, errors } = shown(state, initial)
  const line = (name: keyof Form & string, more: { help?: string; optional?: boolean; width?: 'tiny' | 'short' } = {}) => <TextInput name={name} label={t[name] ?? name} state={errors} defaultValue={String(form[name])} autoComplete="off" inputMode={more.width === 'tiny' ? 'numeric' : undefined} {...more} />
  return (
    <form action={submit} noValidate className="max-w-4xl">
      <ErrorSummary state={errors} />
      <SubmissionField state={state} />
      <input type="hidden" name="methodId" value={methodId} />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="steps" value={form.steps.length} />
      {/* Enter in a field saves; without this it would press the first arrow. */}
      <button type="submit" name="do" value="save" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <div key={JSON.stringify(form)} className="space-y-6">
        <div className="grid gap-4 md:grid-cols-2">
          {line('nameDa')}{line('nameEn')}
          <TextArea name="leadDa" label={t.leadDa} help={t.leadHelp} state={errors} defaultValue={form.leadDa} rows={3} maxLength={600} optional />
          <TextArea name="leadEn" label={t.leadEn} state={errors} defaultValue={form.leadEn} rows={3} maxLength={600} optional />
        </div>
        {line('source', { help: t.sourceHelp, optional: true })}
        {form.steps.map((step, at) => <StepFields key={at} step={step} at={at} last={at === form.steps.length - 1} state={errors} kind={kinds.find(({ kind }) => kind === step.kind)} weekdays={weekdays} texts={t} />)}
        <section className="border-t border-line pt-4" aria-labelledby="add-part">
          <h2 id="add-part" className="text-base">{t.add}</h2>
          <ul className="mt-2 grid gap-3 md:grid-cols-2">
            {kinds.map(({ kind, label, help }) => <li key={kind}><SubmitButton name="do" value={`add:${kind}`} variant="secondary" size="small" formNoValidate>{label}</SubmitButton> <span className="block text-sm text-muted">{help}</span></li>)}
          </ul>
        </section>
        <section className="space-y-4 border-t border-line pt-4" aria-labelledby="whole">
          <h2 id="whole" className="text-base">{t.whole}</h2>
          <div className="grid gap-4 md:grid-cols-2">
            {line('lookBackMonths', { help: t.lookBackHelp, optional: true, width: 'tiny' })}{line('caseLimit', { help: t.caseLimitHelp, optional: true, width: 'tiny' })}{line('silentDays', { help: t.silentDaysHelp, optional: true, width: 'tiny' })}
            {line('aftercareWeeks', { help: t.aftercareHelp, optional: true, width: 'tiny' })}<Select name="scaleCode" label={t.scaleCode ?? ''} help={t.scaleHelp} options={scales} placeholder={t.scaleNone} state={errors} defaultValue={form.scaleCode} optional fit />
          </div>
          <Checkbox name="certificate" label={t.certificate ?? ''} help={t.certificateHelp} state={null} defaultChecked={form.certificate} />
        </section>
        <div className="form-actions"><SubmitButton name="do" value="save">{t.save}</SubmitButton></div>
      </div>
    </form>
  )
}
