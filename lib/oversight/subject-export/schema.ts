import { z } from 'zod'
import { recordVersion } from '@/lib/platform/record-version'
import { subjectInput } from '../lookups/schema'
import { today } from '@/lib/platform/clock'
import { dayParts, readDay } from '@/lib/platform/date-input'
import type { Day } from '@/lib/platform/day'
import { ASKED_BY, ASKED_HOW, HANDED_HOW, REDACTION_REASONS } from './rules'

const text = (max: number) => z.string().trim().max(max, 'oversight.subject.error.long').default('')

/** A request as it is written down: who, how, how they were recognised, and the day it came. */
export const requestInput = z
  .object({ cpr: z.string().default(''), name: z.string().default(''), ...dayParts('born'), askedBy: z.enum(ASKED_BY, 'oversight.subject.error.askedBy'), askedHow: z.enum(ASKED_HOW, 'oversight.subject.error.askedHow'),
    identity: text(500).refine((value) => value.length >= 3, 'oversight.subject.error.identity'), ...dayParts('receivedOn') })
  .transform(({ askedBy, askedHow, identity, ...input }, context) => {
    const who = subjectInput.safeParse(input)
    if (!who.success) for (const issue of who.error.issues) context.addIssue({ code: 'custom', path: [...issue.path], message: issue.message })
    const receivedOn = readDay(input, 'receivedOn', context, { required: 'oversight.subject.error.receivedOn', before: today, future: 'oversight.subject.error.future' })
    if (!who.success || receivedOn === null) return z.NEVER
    return { who: who.data, askedBy, askedHow, identity, receivedOn: receivedOn as Day }
  })

const id = { requestId: z.uuid() }
const strike = /^([a-z_]+)\|([0-9a-f-]{36})\|([a-z_]*)$/

/** The parts ticked, as table|row|field; with a reason they are struck out, without they are taken in again. */
export const strikeInput = z.object({
  ...id,
  parts: z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(z.string().regex(strike)).min(1, 'oversight.subject.error.parts').max(2000)),
  reason: z.enum(['', 'keep', ...REDACTION_REASONS]).default(''),
  replacement: text(2000),
}).transform((input, context) => {
  if (input.reason === '') context.addIssue({ code: 'custom', path: ['reason'], message: 'oversight.subject.error.reason' })
  if (input.replacement !== '' && (input.parts.length !== 1 || input.parts[0]?.endsWith('|'))) context.addIssue({ code: 'custom', path: ['replacement'], message: 'oversight.subject.error.replacement' })
  return { ...input, parts: input.parts.map((part) => strike.exec(part) ?? ['', '', '', '']).map(([, tab = '', key = '', field = '']) => ({ tab, key, field })) }
})

export const makeInput = z.object({ ...id, version: recordVersion, gone: z.literal('on', 'oversight.subject.error.gone'), language: z.enum(['da', 'en']).default('da') })
export const handInput = z.object({ ...id, version: recordVersion, how: z.enum(HANDED_HOW, 'oversight.subject.error.how') })
export const extendInput = z.object({ ...id, version: recordVersion, reason: text(1000).refine((value) => value.length >= 10, 'oversight.subject.error.why') })
export const closeInput = z.object({ ...id, version: recordVersion, reason: text(1000).refine((value) => value.length >= 10, 'oversight.subject.error.why') })
