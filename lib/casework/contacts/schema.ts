import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { readTime } from '@/lib/platform/time-input'
import { entryForms, outcomes, TOGETHER_MOST } from './rules'

/** Longest note on one topic, in characters. */
export const NOTE_MOST = 8000
const topic = /^note\.([a-z][a-z-]{1,30})$/
const text = (most: number) => z.string().trim().max(most, 'casework.error.long').default('')
/** Null where nothing stands; undefined for what is no whole number between 1 and the most. */
const whole = (typed: string, most: number): number | null | undefined => (typed === '' ? null : Number.isInteger(Number(typed)) && Number(typed) >= 1 && Number(typed) <= most ? Number(typed) : undefined)
const tick = z.literal('on').optional().catch(undefined).transform((value) => value === 'on')

/** Notes are fields named `note.<topic>`: the topics are the municipality's. `now` is asked where it is written: schemas have no clock. */
export const contactInput = z
  .looseObject({
    personId: z.uuid(), draftId: z.uuid().optional().catch(undefined), outcome: z.enum(outcomes, 'casework.error.outcome'), kind: z.string().regex(/^[a-z][a-z-]{1,30}$/).catch('').default(''),
    ...dayParts('happenedOn'), at: z.string().trim().max(5).default(''), minutes: z.string().trim().max(4, 'casework.error.minutes').default(''),
    travelMinutes: z.string().trim().max(4, 'casework.error.travelMinutes').default(''), travelKm: z.string().trim().max(4, 'casework.error.travelKm').default(''),
    agreed: text(4000), nextStep: text(500), ...dayParts('nextOn'), companion: tick, interpreter: tick,
    alsoPersonId: z.preprocess((value) => [value ?? []].flat().filter((id) => id !== ''), z.array(z.uuid()).max(TOGETHER_MOST - 1)), back: z.string().max(500).optional(),
    caseId: z.preprocess((value) => [value ?? []].flat().filter((id) => id !== ''), z.array(z.uuid()).max(50)),
  })
  .transform((input, context) => {
    const fail = (path: string, message: string) => void context.addIssue({ code: 'custom', path: [path], message })
    const happenedOn = readDay(input, 'happenedOn', context, { required: 'casework.error.happenedOn' })
    const time = readTime(input.at)
    if (!time) fail('at', 'casework.error.time')
    const kind = input.outcome === 'work' ? null : input.kind
    if (kind === '') fail('kind', 'casework.error.kind')
    const minutes = input.minutes === '' ? null : Number(input.minutes)
    if (minutes !== null && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440)) fail('minutes', 'casework.error.minutes')
    const [travelMinutes, travelKm] = [whole(input.travelMinutes, 1440), whole(input.travelKm, 2000)]
    if (travelMinutes === undefined) fail('travelMinutes', 'casework.error.travelMinutes')
    if (travelKm === undefined) fail('travelKm', 'casework.error.travelKm')
    const notes = Object.entries(input).flatMap(([name, value]) => (topic.test(name) && typeof value === 'string' && value.trim() !== '' ? [{ topic: topic.exec(name)?.[1] ?? '', text: value.trim() }] : []))
    for (const note of notes) if (note.text.length > NOTE_MOST) fail(`note.${note.topic}`, 'casework.error.long')
    if (input.outcome !== 'tried' && notes.length === 0 && input.agreed === '') fail('note.general', 'casework.error.empty')
    const nextOn = readDay(input, 'nextOn', context)
    if (input.nextStep !== '' && !nextOn) fail('nextOn', 'casework.error.nextOn')
    if (nextOn && happenedOn && nextOn < happenedOn) fail('nextOn', 'casework.error.nextBefore')
    // A number in the text is somebody's, and who reads the log has not asked for it.
    for (const [path, words] of [...notes.map((note) => [`note.${note.topic}`, note.text]), ['agreed', input.agreed], ['nextStep', input.nextStep]] as const) if (!withoutCpr(words ?? '')) fail(path ?? '', 'casework.error.cpr')
    if (!happenedOn || !time || kind === '' || travelMinutes === undefined || travelKm === undefined) return z.NEVER
    const { personId, alsoPersonId, caseId, draftId, outcome, agreed, nextStep, companion, interpreter, back } = input
    return { people: [...new Set([personId, ...alsoPersonId])], cases: [...new Set(caseId)], personId, back, draftId, outcome, /** Null: work. */ kind, happenedOn, time, minutes, travelMinutes, travelKm, notes, agreed: agreed || null, nextStep: nextStep || null, nextOn, companion, interpreter }
  })
export type ContactInput = z.output<typeof contactInput>

/** One click: who did not come. */
export const noShowInput = z.object({ personId: z.uuid() })

const added = z.string().trim().min(1, 'casework.error.addition').max(4000, 'casework.error.long').refine(withoutCpr, 'casework.error.cpr')
export const additionInput = z.object({ personId: z.uuid(), contactId: z.uuid(), text: added })

/** Fields of the form that are worth bringing back. */
const kept = /^(outcome|kind|happenedOn\.(day|month|year)|at|minutes|travelMinutes|travelKm|agreed|nextStep|nextOn\.(day|month|year)|companion|interpreter|topics|alsoPersonId|caseId|note\.[a-z][a-z-]{1,30})$/
/** What is being typed, as it stands: nothing is judged, only bounded. */
export const draftInput = z.looseObject({ personId: z.uuid(), draftId: z.uuid() }).transform(({ personId, draftId, ...input }) => ({
  personId, draftId, fields: Object.fromEntries(Object.entries(input).flatMap(([name, value]) => (kept.test(name) ? [[name, Array.isArray(value) ? value.map(String) : String(value).slice(0, NOTE_MOST)]] : []))) as Record<string, string | string[]>,
}))
export const draftRef = z.object({ personId: z.uuid(), draftId: z.uuid() })

/** The page of the log, the draft to go on with, the entry just written, and the form that is unfolded under one (`open`, without scripts), as the address says. */
export const contactsView = z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1), draft: z.uuid().nullable().catch(null).default(null), logged: z.uuid().nullable().catch(null).default(null), open: z.uuid().nullable().catch(null).default(null), form: z.enum(entryForms).nullable().catch(null).default(null) })
