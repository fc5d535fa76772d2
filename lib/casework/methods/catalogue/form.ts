import type { MethodText, Step, StepKind } from '../parts'

/** A method as its form holds it: every value as it was typed. Steps and lines without a key are new. */
export type FormLine = { key: string; da: string; en: string; required: boolean; weekday: string; from: string; to: string }
export type FormStep = { key: string; kind: StepKind; nameDa: string; nameEn: string; textDa: string; textEn: string; meetings: string; weeks: string; clips: string; lines: FormLine[] }
export type MethodForm = Record<(typeof PLAIN)[number], string> & { certificate: boolean; steps: FormStep[] }

const PLAIN = ['nameDa', 'nameEn', 'leadDa', 'leadEn', 'source', 'lookBackMonths', 'caseLimit', 'silentDays', 'aftercareWeeks', 'scaleCode'] as const
const STEP = ['key', 'nameDa', 'nameEn', 'textDa', 'textEn', 'meetings', 'weeks', 'clips'] as const
const LINE = ['key', 'da', 'en', 'weekday', 'from', 'to'] as const
const KINDS: readonly StepKind[] = ['phase', 'module', 'clips', 'area', 'roles', 'week']
/** As many steps, and lines of one, as a form reads. */
export const MOST = 20

const emptyLine = (): FormLine => ({ key: '', da: '', en: '', required: true, weekday: '1', from: '', to: '' })
const emptyStep = (kind: StepKind): FormStep => ({ key: '', kind, nameDa: '', nameEn: '', textDa: '', textEn: '', meetings: '', weeks: '', clips: kind === 'clips' ? '1' : '', lines: kind === 'clips' ? [] : [emptyLine()] })
/** What a new method begins as. */
export const emptyForm = (): MethodForm => ({ nameDa: '', nameEn: '', leadDa: '', leadEn: '', source: '', lookBackMonths: '', caseLimit: '', silentDays: '', aftercareWeeks: '', scaleCode: '', certificate: false, steps: [emptyStep('phase')] })

type Values = Record<string, string | string[] | undefined>
const text = (values: Values, name: string) => { const value = values[name]; return (Array.isArray(value) ? (value[0] ?? '') : (value ?? '')).replace(/\r\n?/g, '\n').trim() }
const count = (values: Values, name: string) => { const found = Number(text(values, name)); return Number.isInteger(found) ? Math.min(Math.max(found, 0), MOST) : 0 }
const several = <N extends string>(values: Values, at: string, names: readonly N[]) => Object.fromEntries(names.map((name) => [name, text(values, at + name)])) as Record<N, string>

/** Reads the form's names back: `s0.nameDa`, `s0.l1.da`. A kind nobody knows is an area. */
export function readForm(values: Values): MethodForm {
  const steps = Array.from({ length: count(values, 'steps') }, (_, at): FormStep => {
    const here = `s${at}.`
    const kind = KINDS.find((known) => known === text(values, `${here}kind`)) ?? 'area'
    const lines = Array.from({ length: count(values, `${here}lines`) }, (_one, nth): FormLine => ({ ...several(values, `${here}l${nth}.`, LINE), required: values[`${here}l${nth}.required`] !== undefined }))
    return { ...several(values, here, STEP), kind, lines }
  })
  return { ...several(values, '', PLAIN), certificate: values.certificate !== undefined, steps }
}

const moved = <T>(list: readonly T[], at: number, to: number): T[] => { const next = [...list]; const [one] = next.splice(at, 1); return one !== undefined && to >= 0 && to <= next.length ? next.toSpliced(to, 0, one) : [...list] }

/** What the pressed button asks for: 'up:1', 'down:1', 'remove:1', 'add:phase'; of a line 'line:1', 'drop:1:0', 'raise:1:0'. Anything else changes nothing. */
export function rearranged(form: MethodForm, wish: string): MethodForm {
  const [what = '', where = '', which = ''] = wish.split(':')
  const [at, nth] = [Number(where), Number(which)]
  const kind = KINDS.find((known) => known === where)
  if (what === 'add') return kind && form.steps.length < MOST ? { ...form, steps: [...form.steps, emptyStep(kind)] } : form
  const step = form.steps[at]
  if (!step || where === '') return form
  const lines = (next: FormLine[]): MethodForm => ({ ...form, steps: form.steps.with(at, { ...step, lines: next }) })
  switch (what) {
    case 'up': return { ...form, steps: moved(form.steps, at, at - 1) }
    case 'down': return { ...form, steps: moved(form.steps, at, at + 1) }
    case 'remove': return { ...form, steps: form.steps.toSpliced(at, 1) }
    case 'line': return step.lines.length < MOST ? lines([...step.lines, emptyLine()]) : form
    case 'drop': return step.lines[nth] ? lines(step.lines.toSpliced(nth, 1)) : form
    case 'raise': return step.lines[nth] ? lines(moved(step.lines, nth, nth - 1)) : form
    default: return form
  }
}

const typed = (number: number | null) => (number === null ? '' : String(number))
/** A version as the form it is changed in. */
export function formOf({ name, lead, source, lookBackMonths, caseLimit, silentDays, aftercareWeeks, certificate, scaleCode, steps }: MethodText): MethodForm {
  return {
    nameDa: name.da, nameEn: name.en, leadDa: lead.da, leadEn: lead.en, source: source ?? '', lookBackMonths: typed(lookBackMonths), caseLimit: typed(caseLimit), silentDays: typed(silentDays), aftercareWeeks: typed(aftercareWeeks), scaleCode: scaleCode ?? '', certificate,
    steps: steps.map(stepForm),
  }
}
const stepForm = (step: Step): FormStep => ({
  key: step.key, kind: step.kind, nameDa: step.name.da, nameEn: step.name.en, textDa: step.text.da, textEn: step.text.en, meetings: typed(step.meetings), weeks: typed(step.weeks), clips: typed(step.clips),
  lines: step.items.map(({ key, text: words, required, at }) => ({ key, da: words.da, en: words.en, required, weekday: String(at?.weekday ?? 1), from: at?.from ?? '', to: at?.to ?? '' })),
})
