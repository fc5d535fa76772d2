import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { addDays, type Day, startOfDay, toDay } from '@/lib/platform/day'
import { type Also, openPerson } from '../record/queries'
import { type Level, SHOWN_DAYS } from './rules'

export type Waiting = { personId: string; name: string; ground: string; level: Level; basis: 'OWN' | 'HOUSEHOLD'; toDay: Day; responsible: string | null }

/** Protections whose day is past, oldest first: the addresses are hidden still, and each waits for somebody to decide. */
export function waitingProtections(actor: Actor, today: Day): Promise<Waiting[]> {
  return readAs(actor, 'person.update', async ({ tx, shown }) => {
    const rows = await tx.$queryRaw<(Omit<Waiting, 'toDay'> & { toDay: string })[]>`
      SELECT p.id::text AS "personId", p.first_name || ' ' || p.last_name AS name, g.id::text AS ground, g.level, g.basis, g.to_day::text AS "toDay",
        (SELECT string_agg(DISTINCT u.name, ', ' ORDER BY u.name) FROM assignment a JOIN app_user u ON u.id = a.user_id WHERE a.person_id = p.id AND a.from_day <= ${today}::date AND (a.to_day IS NULL OR a.to_day >= ${today}::date)) AS responsible
      FROM person_protection g JOIN person p ON p.id = g.person_id
      WHERE g.lifted_at IS NULL AND g.to_day < ${today}::date AND p.merged_into_id IS NULL AND p.died_on IS NULL ORDER BY g.to_day, p.last_name, p.first_name, g.id LIMIT 200`
    shown({ action: 'protection.listed', people: rows.map((row) => row.personId) })
    return rows.map((row) => ({ ...row, toDay: toDay(row.toDay) }))
  })
}

export type Shown = { at: Date; how: 'screen' | 'letter' | 'print' | 'export' | 'import' | 'sent'; action: string; who: string | null; purpose: string | null }

const shownSince = (today: Day) => startOfDay(addDays(today, -SHOWN_DAYS))

/** Where a person's address has been in view, newest first: for those with clearance. */
export function addressShown<N>(actor: Actor, personId: string, today: Day, also: Also<N>) {
  const read: Also<Shown[]> = ({ tx }) => tx.$queryRaw<Shown[]>`SELECT * FROM access.address_shown(${personId}::uuid, ${shownSince(today)})`
  return openPerson(actor, personId, 'shown', read, also, 'person.read.protected-address')
}

/** The same for the data protection officer, who may not open the person. Null for nobody and for their own family. */
export async function addressShownReport(actor: Actor, personId: string, today: Day): Promise<Shown[] | null> {
  if (!z.uuid().safeParse(personId).success) return null
  return readAs(actor, 'audit.read', async ({ tx, shown }) => {
    const [known] = await tx.$queryRaw<{ id: string }[]>`SELECT access.same_person(${personId}::uuid)::text AS id LIMIT 1`
    if (!known) return null
    const rows = await tx.$queryRaw<Shown[]>`SELECT * FROM access.address_shown(${personId}::uuid, ${shownSince(today)})`
    shown({ kind: 'VIEW', action: 'audit.address-shown-viewed', personId, details: { rows: rows.length } })
    return rows
  })
}
