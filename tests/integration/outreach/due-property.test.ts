import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { OutreachRules } from '@/lib/outreach/due/facts'
import { factsOf, type FactsRow } from '@/lib/outreach/due/facts-row'
import { queuesOf } from '@/lib/outreach/due/queues'
import { dueOf, isCovered, wishHolds } from '@/lib/outreach/due/rules'
import { dueSql } from '@/lib/outreach/due/sql'
import { nextStep } from '@/lib/outreach/persistence/rules'
import { QUEUES } from '@/lib/outreach/due/queues'
import { queueSql } from '@/lib/outreach/due/list/sql'
import { outreachRules as loadRules } from '@/lib/outreach/rules-data/sql'
import { Prisma, transaction } from '@/lib/platform/db'
import { addDays, type Day, toDay } from '@/lib/platform/day'
import { outreachRules as shipped } from '@/tests/support/outreach-facts'
import { factsOfLife } from '@/tests/support/outreach-lives'
import { insertLives, life, type Life } from '@/tests/support/outreach-population'

const SEED = Number(process.env.SEED ?? 20261121)
const lives = fc.sample(life, { numRuns: 600, seed: SEED })
const TODAYS = ['2025-02-28', '2026-03-29', '2026-10-25', '2026-11-20', '2026-12-31', '2028-02-29'].map(toDay)
/** Working days, rolling, and a rule that changed on the way: whatever an administrator may write must read the same in both. */
const strange: OutreachRules = {
  dueSoonDays: 14,
  closingDays: [{ day: toDay('2026-12-24'), nameDa: 'Juleaften', nameEn: 'Christmas Eve' }],
  rules: shipped.rules.flatMap((rule) => {
    if (rule.code === 'first-letter') return [{ ...rule, unit: 'WORKING_DAY' as const, length: 15 }]
    if (rule.code === 'silence-phone') return [{ ...rule, roll: 'next-working-day' as const }]
    if (rule.code !== 'yearly-letter') return [rule]
    return [{ ...rule, validTo: toDay('2025-06-30') }, { ...rule, id: 'new', validFrom: toDay('2025-07-01'), length: 2, unit: 'YEAR' as const, roll: 'next-working-day' as const }]
  }),
}

type Row = FactsRow & { state: string; due_on: string | null; earliest_on: string | null; letter_kind: string; lateness: string | null; wish_holds: string | null; covered: boolean; step_kind: string | null; step_due_on: string | null; queues: string[] }

let ids: string[] = []
beforeAll(async () => {
  ids = await insertLives(lives)
})

async function rowsOn(set: OutreachRules, today: Day): Promise<Map<string, Row>> {
  const queues = Prisma.join(QUEUES.map((queue) => Prisma.sql`CASE WHEN ${queueSql(queue, today)} THEN ${queue}::text END`))
  const rows = await transaction({ role: 'worker' }, (tx) => tx.$queryRaw<{ row: Row }[]>`
    SELECT to_jsonb(d) || jsonb_build_object('queues', array_remove(ARRAY[${queues}], NULL)) AS row FROM (${dueSql(set, today)}) d`)
  return new Map(rows.map(({ row }) => [row.person_id, row]))
}

/** What the pure rules say of the same life, in the words of the SQL. */
function expected(one: Life, set: OutreachRules, today: Day) {
  const { facts, attempts } = factsOfLife(one)
  const due = dueOf(facts, set, today)
  const step = nextStep(facts, attempts, set, today)
  return {
    facts,
    state: due.state, due: due.state === 'ended' ? null : due.deadline.due, earliest: due.state === 'ended' ? null : (due.deadline.earliest ?? null),
    lateness: due.state === 'ended' ? null : due.lateness.state, kind: due.state === 'owed' ? due.kind : null,
    holds: wishHolds(facts, set, today), covered: isCovered(facts.lastLetterSentOn, today),
    step: step.kind, stepDue: step.kind ? step.deadline.due : null,
    queues: queuesOf(facts, attempts, set, today),
  }
}

function toldOf(rows: Map<string, Row>, life: number) {
  const row = rows.get(ids[life] as string)
  return row && told(row)
}

function told(row: Row) {
  // Talk and call are one fact to the rules and two queues on the screen.
  const queues = row.wants_call && row.state !== 'ended' && !row.queues.includes('WANTS_TALK') ? QUEUES.filter((queue) => queue === 'WANTS_TALK' || row.queues.includes(queue)) : row.queues
  return {
    facts: factsOf(row), state: row.state, due: row.due_on, earliest: row.earliest_on, lateness: row.lateness, kind: row.state === 'owed' ? row.letter_kind : null,
    holds: row.wish_holds, covered: row.covered, step: row.step_kind, stepDue: row.step_due_on, queues,
  }
}

describe('the SQL of what is owed says what the rules say', () => {
  it.each([['the shipped rules', shipped], ['rules with working days, rolling and versions', strange]])('by %s', async (_, set) => {
    for (const today of TODAYS) {
      const rows = await rowsOn(set, today)
      const differ = lives.findIndex((one, i) => !isDeepStrictEqual(toldOf(rows, i), expected(one, set, today)))
      // Only the first life that differs is written out: the others cost nothing.
      if (differ >= 0) expect(toldOf(rows, differ), `seed ${SEED}, life ${differ} on ${today}: ${JSON.stringify(lives[differ])}`).toEqual(expected(lives[differ] as Life, set, today))
      expect(rows.size).toBe(lives.length)
    }
  }, 120_000)

  it('with every outcome among the generated lives', async () => {
    const seen = new Set<string>()
    for (const today of TODAYS) for (const row of (await rowsOn(shipped, today)).values()) for (const word of [row.state, `${row.lateness}`, `${row.step_kind}`, `${row.wish_holds}`, ...row.queues]) seen.add(word)
    for (const word of [...QUEUES, 'owed', 'never', 'ended', 'later', 'PHONE', 'OTHER_CHANNEL', 'HOME_VISIT', 'NOT_THIS_YEAR']) expect(seen).toContain(word)
  })

  it('from the rules of the installation, which are the shipped ones', async () => {
    const set = await transaction({ role: 'worker' }, (tx) => loadRules(tx))
    expect(set.dueSoonDays).toBe(60)
    const late = { ...lives[0], letters: [] } as Life
    expect(expected(late, set, addDays(toDay('2026-11-20'), 0)).due).toBe(expected(late, shipped, toDay('2026-11-20')).due)
  })
})
