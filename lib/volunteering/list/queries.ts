import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import type { Day } from '@/lib/platform/day'
import { factsSql, pathRules, type RawFacts, readFacts } from '../path/sql'
import { byNextStep, isIn, isListed, type Listed, standing, type Tab, tabs } from './rules'
import type { ListView } from './schema'
import { type Lists, readLists } from './sql'

export const VOLUNTEERS_PAGE = 50
export type ListedVolunteer = { id: string; number: number; firstName: string; lastName: string; roles: string[]; areas: string[]; standing: Listed }
export type VolunteerList = { rows: ListedVolunteer[]; total: number; counts: Record<Tab, number>; lists: Lists }
type Row = Omit<ListedVolunteer, 'standing'> & RawFacts & { loginAsked: boolean }

/** One of the lists, a page of it, and how many are on each: the number and the list are counted from the same rows. Three statements. */
export function listVolunteers(actor: Actor, { tab, only, role, area, language, ahead, page }: ListView, today: Day): Promise<VolunteerList> {
  return readAs(actor, 'volunteer.read', async ({ tx, shown }) => {
    const [rules, lists] = [await pathRules(tx), await readLists(tx)]
    const rows = await tx.$queryRaw<Row[]>`SELECT v.id::text, v.number, v.first_name AS "firstName", v.last_name AS "lastName", v.roles, v.areas, v.id IN (SELECT l.volunteer_id FROM access.logins_to_give() l) AS "loginAsked", ${factsSql} FROM volunteer v
      WHERE (${role}::text IS NULL OR ${role} = ANY (v.roles)) AND (${area}::text IS NULL OR ${area} = ANY (v.areas)) AND (${language}::text IS NULL OR EXISTS (SELECT 1 FROM volunteer_language l WHERE l.volunteer_id = v.id AND l.language = ${language}))
      ORDER BY v.number`
    const all = rows.map(({ steps, papers, trainings, needs, loginAsked, ...row }) => ({ ...row, standing: { ...standing(readFacts({ steps, papers, trainings, needs }), today, rules, ahead), loginAsked } }))
    const found = all.filter(({ standing: one }) => isListed(tab, only, one)).sort((a, b) => byNextStep(a.standing, b.standing))
    const counts = Object.fromEntries(tabs.map((one) => [one, all.filter((row) => isIn(one, row.standing)).length])) as Record<Tab, number>
    const start = (page - 1) * VOLUNTEERS_PAGE
    const part = found.slice(start, start + VOLUNTEERS_PAGE)
    shown({ action: 'volunteer.listed', details: { tab, shown: part.length } })
    return { rows: part, total: found.length, counts, lists }
  })
}
