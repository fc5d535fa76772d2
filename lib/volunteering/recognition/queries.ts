import 'server-only'
import type { Permission } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { addYears, type Day, toDay } from '@/lib/platform/day'
import type { StepKind } from '../path/rules'
import { anniversariesIn, mayCelebrate } from './rules'

export type Celebration = { id: string; number: number; name: string; years: number; day: Day; /** The day they were celebrated. */ celebrated: Day | null; /** Whether it may be written now that they were. */ open: boolean }
export type Unthanked = { id: string; number: number; name: string; /** The last day they were thanked; null: never. */ thanked: Day | null }
export type Celebrations = { rows: Celebration[]; /** Who helps, and was neither thanked nor celebrated for a year. */ unthanked: Unthanked[] }
type Row = { id: string; number: number; name: string; steps: { step: StepKind; onDay: string }[]; celebrated: Record<string, string>; thanked: string | null }

/** Anniversaries of a year by their day, of those who are with us still or were celebrated; and who has waited longest for a thank-you. One statement. */
export function celebrationsOf(actor: Actor, year: number, today: Day, exported = false): Promise<Celebrations> {
  const permission: Permission = exported ? 'volunteer.export' : 'volunteer.read'
  return readAs(actor, permission, async ({ tx, shown }) => {
    const found = await tx.$queryRaw<Row[]>`SELECT v.id::text, v.number, v.first_name || ' ' || v.last_name AS name,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('step', s.step, 'onDay', s.on_day) ORDER BY s.number), '[]') FROM volunteer_step s WHERE s.volunteer_id = v.id) AS steps,
        (SELECT coalesce(jsonb_object_agg(k.years, k.on_day) FILTER (WHERE k.years IS NOT NULL), '{}') FROM volunteer_thanks k WHERE k.volunteer_id = v.id) AS celebrated,
        (SELECT max(k.on_day)::text FROM volunteer_thanks k WHERE k.volunteer_id = v.id) AS thanked
      FROM volunteer v WHERE EXISTS (SELECT 1 FROM volunteer_step s WHERE s.volunteer_id = v.id AND s.step = 'active') ORDER BY v.number`
    const all = found.map((row) => ({ ...row, steps: row.steps.map((one) => ({ ...one, onDay: toDay(one.onDay) })) }))
    const rows = all.flatMap(({ id, number, name, steps, celebrated }) => anniversariesIn(steps, year).flatMap(({ years, day }): Celebration[] => {
      const done = celebrated[years] ? toDay(celebrated[years]) : null
      return done || steps.at(-1)?.step !== 'ended' ? [{ id, number, name, years, day, celebrated: done, open: done === null && mayCelebrate(steps, years, today) }] : []
    })).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : b.years - a.years))
    const since = addYears(today, -1)
    const unthanked = all.filter(({ steps, thanked }) => steps.at(-1)?.step === 'active' && (thanked === null || thanked < since)).map(({ id, number, name, thanked }) => ({ id, number, name, thanked: thanked === null ? null : toDay(thanked) }))
      .sort((a, b) => ((a.thanked ?? '') < (b.thanked ?? '') ? -1 : (a.thanked ?? '') > (b.thanked ?? '') ? 1 : a.number - b.number))
    shown(exported ? { kind: 'DISCLOSURE', action: 'volunteer.celebrations-exported', details: { year, shown: rows.length } } : { action: 'volunteer.celebrations-listed', details: { year, shown: rows.length } })
    return { rows, unthanked }
  })
}
