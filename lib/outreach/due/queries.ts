import 'server-only'
import { can, type Actor } from '@/lib/access/permissions'
import type { Day } from '@/lib/platform/day'
import { Prisma, type Tx } from '@/lib/platform/db'
import { outreachRules } from '../rules-data/sql'
import { type Ended, endedOn, type OutreachRules } from './facts'
import { factsOf } from './facts-row'
import { type Headline, headlineOf } from './headline'
import { type DueRow, type ListRow, toListRow } from './list/rows'
import { detailedSql } from './list/sql'
import { dueSql } from './sql'

/** Where outreach stands with one veteran: what is next and by when, and what lies behind it. */
export type NextStepOf = { row: ListRow; ended: Ended | null; headline: Headline }

/**
 * For the person page, inside its own transaction and audit: two statements. Null for people outreach does not write to (relatives) and
 * for readers who may not see outreach.
 */
export async function nextStepOf(actor: Actor, tx: Tx, personId: string, today: Day): Promise<NextStepOf | null> {
  if (!can(actor, 'outreach.read')) return null
  const { sql, of } = await nextStepPart(actor, tx, personId, today)
  const [found] = await tx.$queryRaw<{ rows: unknown }[]>`/* keep:person-next-step */ SELECT (${sql}) AS rows`
  return of(found?.rows)
}

/** The same for a page that reads more in the same statement: one value of jsonb, and what it means. The rules are read here. */
export async function nextStepPart(actor: Actor, tx: Tx, personId: string, today: Day): Promise<{ sql: Prisma.Sql; of: (rows: unknown) => NextStepOf | null }> {
  if (!can(actor, 'outreach.read')) return { sql: Prisma.sql`SELECT NULL::jsonb`, of: () => null }
  const set = await outreachRules(tx)
  const page = Prisma.sql`(SELECT d.*, 1 AS place FROM (${dueSql(set, today)}) d WHERE d.person_id = ${personId}::uuid)`
  return { sql: Prisma.sql`SELECT ${detailedSql(page)}`, of: (rows) => stepOf((rows as DueRow[] | null)?.[0], set, today) }
}

function stepOf(row: DueRow | undefined, set: OutreachRules, today: Day): NextStepOf | null {
  if (!row) return null
  const shown = toListRow(row, set, today)
  const ended = endedOn(factsOf(row), today)
  return { row: shown, ended, headline: headlineOf(shown, ended, set, today) }
}
