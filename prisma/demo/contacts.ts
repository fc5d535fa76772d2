import { addDays, type Day, dayToDb, momentAt } from '@/lib/platform/day'
import type { PrismaClient } from '../generated/client'
import { STORIES, type StoryEntry } from './contact-stories'
import type { DemoStaff } from './users'

/** So many of each member of staff's people have a log; the rest are new. */
const WITH_LOG = { caseworker: 12, coordinator: 18, colleague: 9 } as const

/** The contact log of the people somebody is responsible for, and one draft that was never saved. Nobody is written to before they had a responsible colleague. */
export async function loadContacts(db: PrismaClient, today: Day, staff: DemoStaff): Promise<void> {
  const rows = await Promise.all((['caseworker', 'coordinator', 'colleague'] as const).map(async (who) => ({
    userId: staff[who],
    people: await db.assignment.findMany({ where: { userId: staff[who], toDay: null, person: { protection: 'P0' } }, select: { personId: true, fromDay: true }, orderBy: { personId: 'asc' }, take: WITH_LOG[who] }),
  })))
  const entries = rows.flatMap(({ userId, people }) => people.flatMap(({ personId, fromDay }, nth) => (STORIES[nth % STORIES.length] ?? [])
    .map((entry) => contactOf(entry, personId, userId, today, nth)).filter(({ contact }) => contact.happenedAt >= fromDay)))
  await db.contact.createMany({ data: entries.map(({ contact }) => contact) })
  await db.contactNote.createMany({ data: entries.flatMap(({ notes }) => notes) })
  await db.contactAddition.createMany({ data: entries.flatMap(({ additions }) => additions) })
  const [first] = rows[0]?.people ?? []
  if (first) await db.contactDraft.create({ data: { id: crypto.randomUUID(), personId: first.personId, userId: staff.caseworker, savedAt: momentAt(addDays(today, -1), 15, 42), fields: { outcome: 'reached', kind: 'phone', 'note.general': 'Ringede fra arbejdspladsen. Leif er syg, og han spørger, om han må blive hjemme, til' } } })
}

/** The same story is told some days earlier of the next person, so that no two stand on one day. */
function contactOf({ at, outcome, channel, as: own, notes = {}, agreed, next, minutes, travel, companion, interpreter, added }: StoryEntry, personId: string, userId: string, today: Day, nth: number) {
  const later = Math.floor(nth / STORIES.length) * 2
  const moment = (daysAgo: number, time: string) => momentAt(addDays(today, -daysAgo - later), Number(time.slice(0, 2)), Number(time.slice(3)))
  const id = crypto.randomUUID()
  const happenedAt = moment(...at)
  const contact = {
    id, personId, outcome, channel, kindCode: outcome === 'work' ? null : (own ?? channel), happenedAt, minutes: minutes ?? null, travelMinutes: travel?.[0] ?? null, travelKm: travel?.[1] ?? null, agreed: agreed ?? null, nextStep: next?.[1] ?? null, nextOn: next ? dayToDb(addDays(today, next[0])) : null, companion: companion ?? false, interpreter: interpreter ?? false,
    recordedBy: userId, recordedAt: new Date(happenedAt.getTime() + (minutes ?? 10) * 60_000 + 240_000),
  }
  return {
    contact,
    notes: Object.entries(notes).map(([topicCode, text]) => ({ contactId: id, personId, topicCode, text })),
    additions: added ? [{ contactId: id, personId, text: added[1], addedBy: userId, addedAt: moment(added[0], '16:05') }] : [],
  }
}
