'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { FormState } from '@/components/ui/form-state'
import { type Choice, RadioGroup } from '@/components/ui/radio-group'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { saveScale } from '@/lib/casework/progress/scales/actions'
import { readForm, type ScaleForm as Form, withMore } from '@/lib/casework/progress/scales/form'

type Props = { series: string; seen: number; initial: Form; ways: Choice[]; texts: Record<string, string> }

/** What stands in the fields now: as stored, as typed, or as typed and with more rows. The same with and without scripts. */
function shown(state: FormState, initial: Form): { form: Form; errors: FormState } {
  if (!state || state.values.areas === undefined) return { form: initial, errors: state }
  const [typed, wish] = [readForm(state.values), String(state.values.do ?? 'save')]
  return wish === 'save' ? { form: typed, errors: state } : { form: withMore(typed, wish), errors: state.fields?.do ? null : state }
}

/** A scale as its ends, its areas and what its values mean. */
export function ScaleForm({ series, seen, initial, ways, texts: t }: Props) {
  const [state, submit] = useActionState(saveScale, null)
  const { form, errors } = shown(state, initial)
  const line = (name: string, value: string, label = t[name], more: { help?: string; optional?: boolean; number?: true } = {}) => <TextInput name={name} label={label} help={more.help} optional={more.optional} state={errors} defaultValue={value} autoComplete="off" width={more.number ? 'tiny' : 'full'} />
  return (
    <form action={submit} noValidate className="max-w-4xl space-y-6">
      <ErrorSummary state={errors} />
      <SubmissionField state={state} />
      <input type="hidden" name="series" value={series} />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="areas" value={form.areas.length} />
      <input type="hidden" name="anchors" value={form.anchors.length} />
      {/* Enter in a field saves; without this it would press the first button. */}
      <button type="submit" name="do" value="save" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <div key={`${form.areas.length} ${form.anchors.length}`} className="space-y-6">
        <div className="grid gap-4 md:grid-cols-2">
          {line('nameDa', form.nameDa)}{line('nameEn', form.nameEn)}
          {line('aboutDa', form.aboutDa, t.aboutDa, { help: t.aboutHelp })}{line('aboutEn', form.aboutEn)}
        </div>
        <div className="flex flex-wrap gap-6">{line('lowest', form.lowest, t.lowest, { number: true })}{line('highest', form.highest, t.highest, { number: true })}{line('noise', form.noise, t.noise, { help: t.noiseHelp, number: true })}</div>
        <RadioGroup name="better" label={t.better} options={ways} state={errors} defaultValue={form.better} />
        <div className="flex flex-wrap gap-6">{line('start', form.start, t.start, { help: t.startHelp, optional: true, number: true })}{line('gate', form.gate, t.gate, { help: t.gateHelp, optional: true, number: true })}</div>
        <fieldset className="space-y-3 border-t border-line pt-4">
          <legend className="text-base font-semibold">{t.areas}</legend>
          <p className="text-muted">{t.areasHelp}</p>
          {form.areas.map(({ da, en }, at) => <div key={at} className="grid gap-4 md:grid-cols-2">{line(`area${at}.da`, da, `${t.areaDa} ${at + 1}`)}{line(`area${at}.en`, en, `${t.areaEn} ${at + 1}`)}</div>)}
          <SubmitButton name="do" value="areas" variant="secondary" size="small" formNoValidate>{t.moreAreas}</SubmitButton>
        </fieldset>
        <fieldset className="space-y-3 border-t border-line pt-4">
          <legend className="text-base font-semibold">{t.anchors}</legend>
          <p className="text-muted">{t.anchorsHelp}</p>
          {form.anchors.map(({ value, da, en }, at) => <div key={at} className="grid gap-4 md:grid-cols-[6rem_1fr_1fr]">{line(`anchor${at}.value`, value, `${t.value} ${at + 1}`, { number: true })}{line(`anchor${at}.da`, da, `${t.meansDa} ${at + 1}`)}{line(`anchor${at}.en`, en, `${t.meansEn} ${at + 1}`)}</div>)}
          <SubmitButton name="do" value="anchors" variant="secondary" size="small" formNoValidate>{t.moreAnchors}</SubmitButton>
        </fieldset>
        <div className="form-actions"><SubmitButton name="do" value="save">{t.save}</SubmitButton></div>
      </div>
    </form>
  )
}
