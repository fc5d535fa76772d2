import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { can } from '@/lib/access/permissions'
import type { Part } from '@/lib/access/parts'
import { readAs } from '@/lib/access/read'
import { addDays, type Day } from '@/lib/platform/day'
import { TOLD_FOR } from './rules'
import { type AbsenceRow, absences, type CoveredPerson, coveredPeople, type Meanwhile, meanwhileOf, meanwhileSql } from './sql'
import { peopleOf } from './writes'

export type Planning = { user: { id: string; name: string }; people: { id: string; name: string }[]; candidates: { id: string; name: string; title: string | null }[] }
/** What the form for an absence needs: whose people, and who could cover. Null for a colleague one plans nothing for. Three statements. */
export function planning(actor: Actor, userId: string | undefined, today: Day): Promise<Planning | null> {
  return readAs(actor, 'case.manage', async ({ tx, shown }) => {
    if (userId && userId !== actor.userId && !can(actor, 'assignment.manage')) return null
    const user = await tx.user.findUnique({ where: { id: userId ?? actor.userId }, select: { id: true, name: true } })
    if (!user) return null
    const people = await peopleOf(tx, user.id, today)
    shown({ action: 'absence.people-listed', people: people.map(({ id }) => id), details: { user: user.id } })
    return { user, people, candidates: await tx.$queryRaw<Planning['candidates']>`SELECT id, name, title FROM access.cover_candidates(${user.id}::uuid)` }
  })
}

export type Brief = { absence: AbsenceRow; people: CoveredPerson[] }
/** The hand-over of an absence: of each covered person the reader reaches, what is good to know. Null where there is none for the reader. Two statements. */
export function handoverBrief(actor: Actor, absenceId: string, today: Day): Promise<Brief | null> {
  return readAs(actor, 'case.read', async ({ tx, shown }) => {
    if (!z.uuid().safeParse(absenceId).success) return null
    const [absence] = await absences(tx, actor.unitId, actor.userId, today, absenceId)
    if (!absence) return null
    const people = await coveredPeople(tx, absenceId)
    shown({ action: 'absence.brief-read', people: people.map(({ id }) => id), details: { absence: absenceId } })
    return { absence, people }
  })
}

/** While the reader was away: what was done with their people. Nothing in the log when there is nothing. */
export const awayPart = (actor: Actor, today: Day): Part<Meanwhile | null> => ({
  may: 'case.manage',
  sql: meanwhileSql(actor.userId, addDays(today, -TOLD_FOR), today),
  of(value, shown) {
    const found = meanwhileOf(value)
    if (found && found.people.length > 0) shown({ action: 'absence.return-listed', people: found.people.map(({ id }) => id) })
    return found
  },
})
