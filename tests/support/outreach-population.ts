import fc from 'fast-check'
import type { Attempt } from '@/lib/outreach/persistence/rules'
import type { Protection, Wish } from '@/lib/outreach/due/facts'
import { addDays, addMonths, type Day, dayToDb, firstOfMonth, momentAt, toDay } from '@/lib/platform/day'
import { randomUUID } from 'node:crypto'
import { owner } from './db'

/** What happened to one veteran, as rows of the database say it. */
export type Life = {
  registeredOn: Day
  movedInOn: Day | null
  movedAwayOn: Day | null
  diedOn: Day | null
  protection: Protection
  hasAddress: boolean
  digitalPost: 'YES' | 'EXEMPT' | 'UNKNOWN'
  vulnerable: boolean
  letters: { sentOn: Day; returnedOn: Day | null }[]
  wishes: { wish: Wish; endedOn: Day | null }[]
  replies: { kind: 'TALK' | 'CALL' | 'LATER' | 'MOVED'; on: Day; handled: boolean }[]
  attempts: (Attempt & { withdrawn: boolean })[]
}

/** Days that go wrong first: leap days, month ends, the nights the clocks change, New Year. */
const EDGES = ['2024-02-29', '2025-02-28', '2025-03-30', '2025-10-26', '2025-12-31', '2026-01-31', '2026-02-28', '2026-03-29', '2026-08-31', '2026-10-25', '2026-11-20'].map(toDay)
const day: fc.Arbitrary<Day> = fc.oneof(fc.constantFrom(...EDGES), fc.integer({ min: 0, max: 1100 }).map((days) => addDays(toDay('2024-01-01'), days)))
const maybe = <T>(arbitrary: fc.Arbitrary<T>, tenths = 5) => fc.oneof({ weight: 10 - tenths, arbitrary: fc.constant(null) }, { weight: tenths, arbitrary })
const within = (days: number) => fc.integer({ min: 0, max: days })

const wish: fc.Arbitrary<Wish> = fc.oneof(
  fc.record({ givenOn: day, months: within(14) }).map(({ givenOn, months }) => ({ kind: 'LATER' as const, givenOn, untilMonth: firstOfMonth(addMonths(givenOn, months)) })),
  day.map((givenOn) => ({ kind: 'NOT_THIS_YEAR' as const, givenOn })),
  fc.record({ givenOn: day, after: maybe(within(500)) }).map(({ givenOn, after }) => ({ kind: 'NEVER' as const, givenOn, reconsideredOn: after === null ? null : addDays(givenOn, after) })),
)

export const life: fc.Arbitrary<Life> = fc.record({
  registeredOn: day,
  movedInOn: maybe(day),
  movedAwayOn: maybe(day, 2),
  diedOn: maybe(day, 1),
  protection: fc.constantFrom<Protection>('P0', 'P0', 'P0', 'P1', 'P2'),
  hasAddress: fc.constantFrom(true, true, false),
  digitalPost: fc.constantFrom('YES' as const, 'EXEMPT' as const, 'UNKNOWN' as const),
  vulnerable: fc.boolean(),
  letters: fc.uniqueArray(fc.record({ sentOn: day, back: maybe(within(40), 3) }), { maxLength: 3, selector: (letter) => letter.sentOn }).map((letters) =>
    letters.map(({ sentOn, back }) => ({ sentOn, returnedOn: back === null ? null : addDays(sentOn, back) }))),
  wishes: fc.uniqueArray(fc.record({ wish, endedAfter: maybe(within(200), 3) }), { maxLength: 2, selector: (entry) => entry.wish.givenOn }).map((wishes) =>
    wishes.map((entry) => ({ wish: entry.wish, endedOn: entry.endedAfter === null ? null : addDays(entry.wish.givenOn, entry.endedAfter) }))),
  replies: fc.array(fc.record({ kind: fc.constantFrom('TALK' as const, 'CALL' as const, 'LATER' as const, 'MOVED' as const), on: day, handled: fc.boolean() }), { maxLength: 2 }),
  attempts: fc.array(
    fc.record({ channel: fc.constantFrom('LETTER' as const, 'PHONE' as const, 'SMS' as const, 'EMAIL' as const, 'HOME_VISIT' as const, 'OTHER' as const), outcome: fc.constantFrom('NOT_REACHED' as const, 'NOT_REACHED' as const, 'REACHED' as const), happenedOn: day, withdrawn: fc.constantFrom(false, false, true) }),
    { maxLength: 4 },
  ),
})

/** Writes the lives into the database of the test file; the ids come back in the same order. Every moment is 23:30 Danish time. */
export async function insertLives(lives: readonly Life[]): Promise<string[]> {
  const db = owner()
  const ids = lives.map(() => randomUUID())
  const version = randomUUID()
  const template = await db.letterTemplate.create({ data: { code: version, nameDa: 't', nameEn: 't' } })
  await db.letterTemplateVersion.create({ data: { id: version, templateId: template.id, version: 1, language: 'da', title: 't', blocks: [], declaredFields: [], status: 'APPROVED' } })
  const each = <T>(pick: (one: Life, personId: string, i: number) => T[]) => lives.flatMap((one, i) => pick(one, ids[i] as string, i))
  await db.person.createMany({ data: each((one, id, i) => [{
    id, firstName: 'Test', lastName: `Person${i}`, source: 'test', registeredOn: dayToDb(one.registeredOn), movedInOn: toDb(one.movedInOn), movedAwayOn: toDb(one.movedAwayOn),
    diedOn: toDb(one.diedOn), protection: one.protection, digitalPost: one.digitalPost, birthDate: dayToDb(toDay('1980-01-01')),
  }]) })
  await db.personRole.createMany({ data: each((one, personId) => [{ personId, kind: 'VETERAN' as const, fromDay: dayToDb(one.registeredOn) }]) })
  await db.veteranProfile.createMany({ data: each((one, personId) => [{ personId, vulnerable: one.vulnerable }]) })
  // The trigger moves the addresses of protected people; no RETURNING.
  await db.address.createMany({ data: each((one, personId) => (one.hasAddress ? [{ personId, street: 'Vestergade', number: '1', postcode: '8900', town: 'Randers C', source: 'test' }] : [])) })
  await db.letter.createMany({ data: each((one, personId) => one.letters.map(({ sentOn, returnedOn }) => ({
    personId, templateVersionId: version, language: 'da', channel: 'PAPER' as const, state: returnedOn ? ('RETURNED' as const) : ('SENT' as const), idempotencyKey: randomUUID(), sentOn: dayToDb(sentOn), sentAt: momentAt(sentOn, 23, 30), returnedOn: toDb(returnedOn),
  }))) })
  await db.wish.createMany({ data: each((one, personId) => one.wishes.map(({ wish: given, endedOn }) => ({
    personId, kind: given.kind, givenOn: dayToDb(given.givenOn), untilMonth: given.kind === 'LATER' ? dayToDb(given.untilMonth) : null, source: 'test', endedOn: toDb(endedOn),
  }))) })
  await db.outreachTask.createMany({ data: each((one, personId) => one.wishes.flatMap(({ wish: given }) =>
    given.kind === 'NEVER' && given.reconsideredOn ? [{ personId, kind: 'RECONSIDER' as const, dueOn: dayToDb(given.reconsideredOn), explanation: [], doneAt: momentAt(given.reconsideredOn, 23, 30), outcome: 'KEPT' }] : [])) })
  await db.reply.createMany({ data: each((one, personId) => one.replies.map((reply) => ({ personId, kind: reply.kind, submissionId: randomUUID(), receivedAt: momentAt(reply.on, 23, 30), handledAt: reply.handled ? momentAt(reply.on, 23, 45) : null }))) })
  await db.attempt.createMany({ data: each((one, personId) => one.attempts.map(({ withdrawn, channel, outcome, happenedOn }) => ({ personId, channel, outcome, happenedOn: dayToDb(happenedOn), recordedBy: randomUUID(), withdrawnAt: withdrawn ? momentAt(happenedOn, 23, 40) : null }))) })
  return ids
}

function toDb(value: Day | null): Date | null {
  return value === null ? null : dayToDb(value)
}
