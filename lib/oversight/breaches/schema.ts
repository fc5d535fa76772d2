import { z } from 'zod'
import { now, today } from '@/lib/platform/clock'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { momentAt } from '@/lib/platform/day'
import { recordVersion } from '@/lib/platform/record-version'
import { BREACH_KINDS, RISKS } from './rules'

const clock = /^([01]?\d|2[0-3])[:.]?([0-5]\d)$/
const words = (least: number, message: string) => z.string().trim().min(least, message).max(4000, 'oversight.subject.error.long')
const some = z.string().trim().max(4000, 'oversight.subject.error.long').default('')
const time = z.string().trim().default('')
const count = z.string().trim().regex(/^\d{0,7}$/, 'oversight.breach.error.people').default('').transform((text) => (text === '' ? null : Number(text)))

/** A day in three boxes and a time beside them, in Danish time; not after now. */
function readMoment(input: Record<string, unknown>, name: string, context: z.RefinementCtx): Date | null {
  const day = readDay(input, name, context, { required: 'oversight.breach.error.day', before: today, future: 'oversight.breach.error.future' })
  const [, hour, minute] = clock.exec(String(input[`${name}Time`] ?? '')) ?? []
  if (hour === undefined) context.addIssue({ code: 'custom', path: [`${name}Time`], message: 'oversight.breach.error.time' })
  if (!day || hour === undefined) return null
  const moment = momentAt(day, Number(hour), Number(minute))
  if (moment > now()) context.addIssue({ code: 'custom', path: [`${name}Time`], message: 'oversight.breach.error.future' })
  return moment
}

export const breachInput = z.object({
  title: words(3, 'oversight.breach.error.title'), happened: words(10, 'oversight.breach.error.happened'), dataKinds: words(3, 'oversight.breach.error.dataKinds'), people: count, measures: some,
  kinds: z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(z.enum(BREACH_KINDS)).min(1, 'oversight.breach.error.kinds')),
  ...dayParts('foundAt'), foundAtTime: time, ...dayParts('awareAt'), awareAtTime: time,
  /** The selection of the log it was begun from, as its address. */
  selection: z.string().max(400).default(''),
}).transform(({ title, happened, dataKinds, people, kinds, measures, selection, ...moments }, context) => {
  const [foundAt, awareAt] = [readMoment(moments, 'foundAt', context), readMoment(moments, 'awareAt', context)]
  if (foundAt && awareAt && foundAt > awareAt) context.addIssue({ code: 'custom', path: ['awareAt'], message: 'oversight.breach.error.order' })
  if (!foundAt || !awareAt) return z.NEVER
  return { title, happened, dataKinds, people, kinds: [...kinds], measures: measures || null, foundAt, awareAt, selection }
})

const id = { breachId: z.uuid(), version: recordVersion }
export const assessInput = z.object({ ...id, risk: z.enum(RISKS, 'oversight.breach.error.risk'), riskReason: words(10, 'oversight.breach.error.riskReason'), consequences: words(3, 'oversight.breach.error.consequences'), measures: words(3, 'oversight.breach.error.measures'), people: count })
export const notifyInput = z.object({ ...id, reference: z.string().trim().max(100).default(''), lateReason: some, ...dayParts('toldAt'), toldAtTime: time }).transform(({ breachId, version, reference, lateReason, ...moment }, context) => {
  const toldAt = readMoment(moment, 'toldAt', context)
  return toldAt ? { breachId, version, reference: reference || null, lateReason: lateReason || null, toldAt } : z.NEVER
})
export const tellInput = z.object({ ...id, how: words(10, 'oversight.breach.error.how') })
export const closeInput = z.object({ ...id, learned: words(10, 'oversight.breach.error.learned') })
