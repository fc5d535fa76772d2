import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { recordVersion } from '@/lib/platform/record-version'
import type { Anchor, Scale } from '../rules'
import { readForm, type ScaleForm } from './form'

/** Furthest a scale goes from end to end, in steps. */
const STEPS_MOST = 20
export type Problem = { field: string; message: string }
const numberOf = (value: string): number | null => (/^-?\d{1,2}$/.test(value.replace('−', '-')) ? Number(value.replace('−', '-')) : null)

/** What is wrong with a scale as it was typed, by the name of its field; the message is a key. */
export function problemsOf(form: ScaleForm): Problem[] {
  const found: Problem[] = []
  const fail = (field: string, message: string) => void found.push({ field, message: `progress.scales.error.${message}` })
  const words = (field: string, value: string, most: number) => { if (value === '') fail(field, 'needed'); else if (value.length > most) fail(field, 'long'); else if (!withoutCpr(value)) fail(field, 'cpr') }
  words('nameDa', form.nameDa, 80); words('nameEn', form.nameEn, 80); words('aboutDa', form.aboutDa, 200); words('aboutEn', form.aboutEn, 200)
  const [lowest, highest, noise] = [numberOf(form.lowest), numberOf(form.highest), numberOf(form.noise)]
  if (lowest === null) fail('lowest', 'number')
  if (highest === null) fail('highest', 'number')
  const ends = lowest !== null && highest !== null && lowest < highest && highest - lowest <= STEPS_MOST
  if (lowest !== null && highest !== null && !ends) fail('highest', 'ends')
  const on = (value: string) => { const number = numberOf(value); return number !== null && (!ends || (number >= lowest && number <= highest)) }
  if (form.better !== 'higher' && form.better !== 'lower') fail('better', 'better')
  if (form.start !== '' && !on(form.start)) fail('start', 'onScale')
  if (form.gate !== '' && !on(form.gate)) fail('gate', 'onScale')
  if (noise === null || noise < 1 || (ends && noise > highest - lowest)) fail('noise', 'noise')
  for (const [at, area] of form.areas.entries()) if (area.da || area.en) { words(`area${at}.da`, area.da, 80); words(`area${at}.en`, area.en, 80) }
  if (form.areas.every(({ da, en }) => !da && !en)) fail('area0.da', 'area')
  for (const [at, { value, da, en }] of form.anchors.entries()) if (value || da || en) {
    if (!on(value)) fail(`anchor${at}.value`, 'onScale')
    else if (form.anchors.findIndex((one) => numberOf(one.value) === numberOf(value)) !== at) fail(`anchor${at}.value`, 'twice')
    words(`anchor${at}.da`, da, 80); words(`anchor${at}.en`, en, 80)
  }
  return found
}

export type ScaleText = Pick<Scale, 'nameDa' | 'nameEn' | 'aboutDa' | 'aboutEn' | 'lowest' | 'highest' | 'better' | 'start' | 'gate' | 'noise' | 'anchors'> & { areas: { nameDa: string; nameEn: string }[] }

/** The scale a form without problems says; what its values mean in the order of the values. */
export function scaleOf(form: ScaleForm): ScaleText {
  const anchors = form.anchors.flatMap(({ value, da, en }): Anchor[] => { const at = numberOf(value); return at === null || !da ? [] : [{ value: at, da, en }] })
  return {
    nameDa: form.nameDa, nameEn: form.nameEn, aboutDa: form.aboutDa, aboutEn: form.aboutEn, lowest: numberOf(form.lowest) ?? 0, highest: numberOf(form.highest) ?? 0, better: form.better === 'lower' ? 'lower' : 'higher',
    start: numberOf(form.start), gate: numberOf(form.gate), noise: numberOf(form.noise) ?? 1, anchors: anchors.sort((a, b) => a.value - b.value), areas: form.areas.flatMap(({ da, en }) => (da ? [{ nameDa: da, nameEn: en }] : [])),
  }
}

export const scaleCode = z.string().regex(/^[a-z][a-z-]{1,30}$/, 'progress.scales.error.gone')

/** `series`: the first version's code, empty for a new scale. `seen`: the newest version the form was made from. Any button but "save" only gives more rows: the form comes back as it was typed. */
export const scaleInput = z.looseObject({ series: scaleCode.or(z.literal('')).default(''), seen: recordVersion, do: z.string().default('save') }).transform((values, context) => {
  const form = readForm(values as Record<string, string | string[]>)
  if (values.do !== 'save') context.addIssue({ code: 'custom', path: ['do'], message: 'progress.scales.more' })
  else for (const { field, message } of problemsOf(form).slice(0, STEPS_MOST)) context.addIssue({ code: 'custom', path: [field], message })
  return { series: values.series || null, seen: values.seen, scale: scaleOf(form) }
})

export const scaleRef = z.object({ scale: scaleCode })
