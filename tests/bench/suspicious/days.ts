import { randomUUID } from 'node:crypto'
import { isWorkingDay } from '@/lib/deadlines/working-days'
import { addDays, type Day, dayToDb, momentAt } from '@/lib/platform/day'
import type { Prisma } from '@/prisma/generated/client'
import type { Random } from '@/tests/support/random'
import type { World } from './world'

export type Events = { log: Prisma.AuditEventCreateManyInput[]; attempts: Prisma.AttemptCreateManyInput[]; replies: Prisma.ReplyCreateManyInput[] }

export function view(userId: string, personId: string, at: Date, purpose?: string): Prisma.AuditEventCreateManyInput {
  return { kind: 'VIEW', action: 'person.viewed', actorUserId: userId, personId, at, purpose, role: 'VETERAN_COORDINATOR' }
}

/**
 * Ordinary days: most files are opened because of work that is written down, by oneself or by others, before or after; three in a hundred
 * for no reason the product knows; two in a hundred in the evening or on a Saturday. `wanted` rows of the log in all.
 */
export function ordinaryDays(random: Random, { people, users }: World, days: readonly Day[], wanted: number): Events {
  const events: Events = { log: [], attempts: [], replies: [] }
  const open = days.filter((day) => isWorkingDay(day, []))
  const active = people.filter((one) => one.active)
  while (events.log.length < wanted) {
    const user = random.pick(users)
    const day = random.chance(0.01) ? random.pick(days) : random.pick(open)
    const at = momentAt(day, random.chance(0.01) ? 20 + random.int(3) : 7 + random.int(9), random.int(60))
    const what = random.int(100)
    const personId = what < 40 ? random.pick(user.caseload) : what < 97 ? random.pick(active).id : random.pick(people).id
    const near = addDays(day, random.int(11) - 5)
    if (what >= 40 && what < 70) events.attempts.push(attempt(personId, user.id, near))
    else if (what >= 70 && what < 80) events.replies.push({ personId, kind: 'TALK', submissionId: randomUUID(), receivedAt: momentAt(addDays(near, -1), 9), handledAt: momentAt(near, 9), handledBy: user.id })
    else if (what >= 80 && what < 85) events.log.push({ kind: 'CHANGE', action: 'contact.updated', actorUserId: user.id, personId, at: new Date(at.getTime() + 120_000) })
    else if (what >= 85 && what < 97) events.attempts.push(attempt(personId, random.pick(users).id, near))
    const purpose = random.chance(0.05) ? 'Borgeren ringede' : undefined
    for (let n = 0; n <= random.int(3); n++) events.log.push(view(user.id, personId, new Date(at.getTime() + n * 180_000), purpose))
    if (random.chance(0.6)) events.log.push({ kind: 'LIST', action: 'outreach.listed', actorUserId: user.id, at })
    if (random.chance(0.1)) events.log.push({ kind: 'SIGN_IN', action: 'session.started', actorUserId: user.id, at })
  }
  return events
}

function attempt(personId: string, recordedBy: string, on: Day): Prisma.AttemptCreateManyInput {
  return { personId, channel: 'PHONE', outcome: 'NOT_REACHED', happenedOn: dayToDb(on), recordedBy, recordedAt: momentAt(on, 12) }
}
