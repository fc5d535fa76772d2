import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { recordVersion } from '@/lib/platform/record-version'
import type { Item, MethodText, Step } from '../parts'
import { type FormLine, type FormStep, MOST, type MethodForm, readForm } from './form'

export type Problem = { field: string; message: string }
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** What is wrong with a method as it was typed, by the name of its field; the message is a key. */
export function problemsOf(form: MethodForm): Problem[] {
  const found: Problem[] = []
  const words = (field: string, value: string, most: number, needed = true) => {
    if (needed && value === '') found.push({ field, message: 'casework.catalogue.error.needed' })
    else if (value.length > most) found.push({ field, message: 'casework.error.long' })
    else if (!withoutCpr(value)) found.push({ field, message: 'casework.error.cpr' })
  }
  const number = (field: string, value: string, most: number) => { if (value !== '' && (numberOf(value) === null || Number(value) < 1 || Number(value) > most)) found.push({ field, message: 'casework.catalogue.error.number' }) }
  words('nameDa', form.nameDa, 80); words('nameEn', form.nameEn, 80); words('leadDa', form.leadDa, 600, false); words('leadEn', form.leadEn, 600, false); words('source', form.source, 200, false)
  number('lookBackMonths', form.lookBackMonths, 24); number('caseLimit', form.caseLimit, 200); number('silentDays', form.silentDays, 365); number('aftercareWeeks', form.aftercareWeeks, 104)
  if (form.scaleCode !== '' && !/^[a-z][a-z0-9-]{1,40}$/.test(form.scaleCode)) found.push({ field: 'scaleCode', message: 'casework.catalogue.error.scale' })
  if (form.steps.length === 0) found.push({ field: 'nameDa', message: 'casework.catalogue.error.noSteps' })
  for (const [at, step] of form.steps.entries()) {
    const here = (field: string) => `s${at}.${field}`
    words(here('nameDa'), step.nameDa, 80); words(here('nameEn'), step.nameEn, 80); words(here('textDa'), step.textDa, 400, false); words(here('textEn'), step.textEn, 400, false)
    number(here('meetings'), step.meetings, 14); number(here('weeks'), step.weeks, 208)
    if (step.kind === 'clips' && (numberOf(step.clips) ?? 0) < 1) found.push({ field: here('clips'), message: 'casework.catalogue.error.number' })
    number(here('clips'), step.clips, 50)
    for (const [nth, line] of step.lines.entries()) {
      words(here(`l${nth}.da`), line.da, 200); words(here(`l${nth}.en`), line.en, 200)
      if (step.kind === 'week' && !(TIME.test(line.from) && TIME.test(line.to) && line.from < line.to)) found.push({ field: here(`l${nth}.from`), message: 'casework.catalogue.error.time' })
    }
  }
  return found
}

const numberOf = (value: string): number | null => (/^\d{1,3}$/.test(value) ? Number(value) : null)
/** A new step or line gets a key of its own: one that was removed must not come back under another name. */
const keyOf = (key: string) => (/^[a-z0-9-]{1,40}$/.test(key) ? key : `k${crypto.randomUUID().slice(0, 12)}`)

/** The method a form without problems says. */
export function methodOf({ certificate, steps, ...form }: MethodForm): MethodText {
  return {
    name: { da: form.nameDa, en: form.nameEn }, lead: { da: form.leadDa, en: form.leadEn }, source: form.source || null, certificate, scaleCode: form.scaleCode || null,
    lookBackMonths: numberOf(form.lookBackMonths), caseLimit: numberOf(form.caseLimit), silentDays: numberOf(form.silentDays), aftercareWeeks: numberOf(form.aftercareWeeks), steps: distinct(steps.map(stepOf)),
  }
}
const stepOf = (step: FormStep): Step => ({
  key: keyOf(step.key), kind: step.kind, name: { da: step.nameDa, en: step.nameEn }, text: { da: step.textDa, en: step.textEn }, items: distinct(step.lines.map((line) => lineOf(line, step.kind))),
  meetings: numberOf(step.meetings), weeks: numberOf(step.weeks), clips: step.kind === 'clips' ? numberOf(step.clips) : null,
})
const lineOf = (line: FormLine, kind: Step['kind']): Item => ({
  key: keyOf(line.key), text: { da: line.da, en: line.en }, required: kind !== 'week' && line.required, at: kind === 'week' ? { weekday: Math.min(7, Math.max(1, numberOf(line.weekday) ?? 1)), from: line.from, to: line.to } : null,
})
/** A key that stands twice in a form that was tampered with stands once. */
const distinct = <T extends { key: string }>(list: T[]): T[] => list.map((one, at) => (list.findIndex(({ key }) => key === one.key) === at ? one : { ...one, key: keyOf('') }))

/** `methodId`: empty for a new one. `seen`: the newest version the form was made from. Any button but "save" only rearranges: the form comes back as it was typed. */
export const methodInput = z.looseObject({ methodId: z.uuid().or(z.literal('')).default(''), seen: recordVersion, do: z.string().default('save') }).transform((values, context) => {
  const form = readForm(values as Record<string, string | string[]>)
  if (values.do !== 'save') context.addIssue({ code: 'custom', path: ['do'], message: 'casework.catalogue.rearranged' })
  else for (const { field, message } of problemsOf(form).slice(0, MOST)) context.addIssue({ code: 'custom', path: [field], message })
  return { methodId: values.methodId || null, seen: values.seen, method: methodOf(form) }
})

export const methodRef = z.object({ methodId: z.uuid() })
