import 'server-only'
import { type Day, toDay } from '@/lib/platform/day'
import { Prisma, type Tx } from '@/lib/platform/db'
import type { DeadlineRule } from '@/lib/deadlines/rules'
import type { Facts, Paper, PathRules, PathStep, Training } from './rules'

type Rules = { rules: (Omit<DeadlineRule, 'windowEarliest' | 'roll'> & { roll: string })[]; closing: { day: string; nameDa: string; nameEn: string }[] }

/** The installation's periods for volunteers and its closing days. One statement. */
export async function pathRules(tx: Tx): Promise<PathRules> {
  const [row] = await tx.$queryRaw<Rules[]>`SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'code', code, 'ruleSet', rule_set, 'source', source, 'trigger', trigger, 'length', length, 'unit', unit, 'roll', roll, 'population', population, 'validFrom', valid_from, 'validTo', valid_to)), '[]') FROM deadline_rule WHERE population = 'volunteer') AS rules,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('day', day, 'nameDa', name_da, 'nameEn', name_en)), '[]') FROM closing_day) AS closing`
  return {
    rules: (row?.rules ?? []).map((rule) => ({ ...rule, roll: rule.roll === 'next-working-day' ? 'next-working-day' : 'none', validFrom: toDay(rule.validFrom), validTo: rule.validTo === null ? null : toDay(rule.validTo) })),
    closingDays: (row?.closing ?? []).map((closing) => ({ ...closing, day: toDay(closing.day) })),
  }
}

/** What says where a volunteer `v` stands, as columns of a statement over it: the list and the page read the same. */
export const factsSql = Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('number', s.number, 'step', s.step, 'onDay', s.on_day, 'untilDay', s.until_day, 'reason', s.reason, 'words', s.words, 'by', u.name) ORDER BY s.number), '[]') FROM volunteer_step s LEFT JOIN app_user u ON u.id = s.recorded_by WHERE s.volunteer_id = v.id) AS steps,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', p.kind_code, 'number', p.number, 'state', p.state, 'onDay', p.on_day, 'expiresOn', p.expires_on) ORDER BY p.number), '[]') FROM volunteer_paper p WHERE p.volunteer_id = v.id) AS papers,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', t.kind, 'onDay', t.on_day)), '[]') FROM volunteer_training t WHERE t.volunteer_id = v.id) AS trainings,
  jsonb_build_object('papers', (SELECT coalesce(jsonb_agg(k.code ORDER BY k.position), '[]') FROM volunteer_paper_kind k WHERE k.retired_on IS NULL AND (k.everybody OR EXISTS (SELECT 1 FROM volunteer_role r WHERE r.code = ANY (v.roles) AND k.code = ANY (r.papers)))),
    'course', EXISTS (SELECT 1 FROM volunteer_role r WHERE r.code = ANY (v.roles) AND r.course)) AS needs`

const or = (day: string | null): Day | null => (day === null ? null : toDay(day))
export type RawFacts = {
  steps: (Omit<PathStep, 'onDay' | 'untilDay'> & { onDay: string; untilDay: string | null })[]
  papers: (Omit<Paper, 'onDay' | 'expiresOn'> & { onDay: string; expiresOn: string | null })[]
  trainings: (Omit<Training, 'onDay'> & { onDay: string })[]
  needs: Facts['needs']
}
export function readFacts({ steps, papers, trainings, needs }: RawFacts): Facts {
  return {
    steps: steps.map((one) => ({ ...one, onDay: toDay(one.onDay), untilDay: or(one.untilDay) })), papers: papers.map((one) => ({ ...one, onDay: toDay(one.onDay), expiresOn: or(one.expiresOn) })),
    trainings: trainings.map((one) => ({ ...one, onDay: toDay(one.onDay) })), needs,
  }
}

/** A volunteer's facts as they stand while whoever else writes about them waits. Null where there is none for the reader. */
export async function lockFacts(tx: Tx, volunteerId: string): Promise<Facts | null> {
  const locked = await tx.$queryRaw<{ id: string }[]>`SELECT v.id::text FROM volunteer v WHERE v.id = ${volunteerId}::uuid FOR UPDATE`
  if (locked.length === 0) return null
  const [row] = await tx.$queryRaw<RawFacts[]>`SELECT ${factsSql} FROM volunteer v WHERE v.id = ${volunteerId}::uuid`
  return row ? readFacts(row) : null
}
