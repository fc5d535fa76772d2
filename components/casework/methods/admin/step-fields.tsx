'use client'

import { Checkbox } from '@/components/ui/checkbox'
import type { FormState } from '@/components/ui/form-state'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import type { FormLine, FormStep } from '@/lib/casework/methods/catalogue/form'

type Texts = Record<string, string>
type Props = { step: FormStep; at: number; last: boolean; state: FormState; kind?: { label: string; help: string }; weekdays: string[]; texts: Texts }
const Press = ({ value, children, hidden }: { value: string; children: string; hidden?: string }) => <SubmitButton name="do" value={value} variant="secondary" size="small" formNoValidate>{children}{hidden && <span className="sr-only"> {hidden}</span>}</SubmitButton>

/** One part of a method with its lines. */
export function StepFields({ step, at, last, state, kind, weekdays, texts: t }: Props) {
  const here = `s${at}.`
  const name = `${at + 1}: ${step.nameDa || kind?.label}`
  const number = (field: 'meetings' | 'weeks' | 'clips', optional = true) => <TextInput name={here + field} label={t[field] ?? field} state={state} defaultValue={step[field]} optional={optional} width="tiny" inputMode="numeric" autoComplete="off" />
  return (
    <fieldset className="space-y-4 border-t-2 border-line pt-4">
      <legend className="sr-only">{t.part} {name}</legend>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="eyebrow" aria-hidden="true">{at + 1} · {kind?.label}</p>
        <span className="form-actions">
          {at > 0 && <Press value={`up:${at}`} hidden={name}>{t.up ?? ''}</Press>}
          {!last && <Press value={`down:${at}`} hidden={name}>{t.down ?? ''}</Press>}
          <Press value={`remove:${at}`} hidden={name}>{t.remove ?? ''}</Press>
        </span>
      </div>
      <input type="hidden" name={`${here}key`} value={step.key} />
      <input type="hidden" name={`${here}kind`} value={step.kind} />
      <input type="hidden" name={`${here}lines`} value={step.lines.length} />
      <div className="grid gap-4 md:grid-cols-2">
        <TextInput name={`${here}nameDa`} label={t.stepDa ?? ''} state={state} defaultValue={step.nameDa} autoComplete="off" />
        <TextInput name={`${here}nameEn`} label={t.stepEn ?? ''} state={state} defaultValue={step.nameEn} autoComplete="off" />
        <TextArea name={`${here}textDa`} label={t.textDa ?? ''} state={state} defaultValue={step.textDa} rows={2} maxLength={400} optional />
        <TextArea name={`${here}textEn`} label={t.textEn ?? ''} state={state} defaultValue={step.textEn} rows={2} maxLength={400} optional />
      </div>
      <div className="flex flex-wrap gap-6">{step.kind === 'clips' ? number('clips', false) : step.kind !== 'week' && step.kind !== 'roles' && <>{number('meetings')}{number('weeks')}</>}</div>
      <div className="space-y-4 border-s-2 border-line ps-4">
        {step.lines.map((line, nth) => <LineFields key={nth} line={line} at={at} nth={nth} kind={step.kind} state={state} weekdays={weekdays} texts={t} />)}
        <Press value={`line:${at}`} hidden={name}>{(step.kind === 'roles' ? t.addRole : step.kind === 'week' ? t.addTime : t.addLine) ?? ''}</Press>
      </div>
    </fieldset>
  )
}

type LineProps = { line: FormLine; at: number; nth: number; kind: FormStep['kind']; state: FormState; weekdays: string[]; texts: Texts }

function LineFields({ line, at, nth, kind, state, weekdays, texts: t }: LineProps) {
  const here = `s${at}.l${nth}.`
  const what = `${nth + 1}: ${line.da}`
  return (
    <div className="space-y-2">
      <input type="hidden" name={`${here}key`} value={line.key} />
      {kind === 'week' && (
        <div className="flex flex-wrap gap-4">
          <Select name={`${here}weekday`} label={t.weekday ?? ''} options={weekdays.map((label, day) => ({ value: String(day + 1), label }))} state={state} defaultValue={line.weekday} fit />
          <TextInput name={`${here}from`} label={t.from ?? ''} state={state} defaultValue={line.from} width="tiny" autoComplete="off" />
          <TextInput name={`${here}to`} label={t.to ?? ''} state={state} defaultValue={line.to} width="tiny" autoComplete="off" />
        </div>
      )}
      <div className="grid gap-4 md:grid-cols-2">
        <TextInput name={`${here}da`} label={`${(kind === 'roles' ? t.roleDa : kind === 'week' ? t.timeDa : t.lineDa) ?? ''} ${nth + 1}`} state={state} defaultValue={line.da} autoComplete="off" />
        <TextInput name={`${here}en`} label={`${t.lineEn ?? ''} ${nth + 1}`} state={state} defaultValue={line.en} autoComplete="off" />
      </div>
      <div className="flex flex-wrap items-center gap-4">
        {kind !== 'week' && <Checkbox name={`${here}required`} label={(kind === 'roles' ? t.roleRequired : t.required) ?? ''} state={null} defaultChecked={line.required} />}
        {nth > 0 && <Press value={`raise:${at}:${nth}`} hidden={what}>{t.up ?? ''}</Press>}
        <Press value={`drop:${at}:${nth}`} hidden={what}>{t.remove ?? ''}</Press>
      </div>
    </div>
  )
}
