import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/db'
import type { Prune, Seal } from './rules'

const PAGE = 5000

/** One event with everybody in it, as a line that is the same whenever and wherever it is written. */
const LINE = Prisma.sql`jsonb_build_array(e.id, e.seq, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.kind, e.action, e.actor_user_id, e.session_id, e.role,
  e.route, e.purpose, e.person_id, e.details, (SELECT jsonb_agg(s.person_id ORDER BY s.person_id) FROM audit_subject s WHERE s.event_id = e.id))::text`

export type EventLine = { seq: number; at: Date; line: string }

/** The events of a multirange in the order of their numbers, five thousand at a time. */
export async function* eventsIn(tx: Tx, ranges: string): AsyncGenerator<EventLine> {
  for (let after = -1; ; ) {
    const rows = await tx.$queryRaw<EventLine[]>`SELECT e.seq::float8 AS seq, e.at, ${LINE} AS line FROM audit_event e
      WHERE e.seq > ${after}::bigint AND e.seq >= lower(${ranges}::int8multirange) AND e.seq < upper(${ranges}::int8multirange) AND e.seq <@ ${ranges}::int8multirange ORDER BY e.seq LIMIT ${PAGE}`
    yield* rows
    if (rows.length < PAGE) return
    after = rows.at(-1)?.seq ?? after
  }
}

/** Events no seal covers, that are not too old to be new. */
export async function unsealed(tx: Tx, since: string | null, ranges: string, limit: number): Promise<number[]> {
  const rows = await tx.$queryRaw<{ seq: number }[]>`SELECT e.seq::float8 AS seq FROM audit_event e
    WHERE (${since}::timestamptz IS NULL OR e.at >= ${since}::timestamptz) AND NOT (e.seq <@ ${ranges}::int8multirange) ORDER BY e.seq LIMIT ${limit}`
  return rows.map((row) => row.seq)
}

const SEAL = Prisma.sql`no::float8 AS no, to_char(sealed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "sealedAt", ranges, events, encode(body, 'hex') AS body, encode(previous, 'hex') AS previous, encode(mac, 'hex') AS mac`

export function allSeals(tx: Tx): Promise<Seal[]> {
  return tx.$queryRaw<Seal[]>`SELECT ${SEAL} FROM audit_seal ORDER BY audit_seal.no`
}

export function sealsAfter(tx: Tx, no: number, limit: number): Promise<Seal[]> {
  return tx.$queryRaw<Seal[]>`SELECT ${SEAL} FROM audit_seal WHERE no > ${no}::bigint ORDER BY audit_seal.no LIMIT ${limit}`
}

export async function lastSeal(tx: Tx): Promise<Seal | null> {
  const [row] = await tx.$queryRaw<Seal[]>`SELECT ${SEAL} FROM audit_seal ORDER BY audit_seal.no DESC LIMIT 1`
  return row ?? null
}

/** What the seals since a moment cover together. */
export async function rangesSince(tx: Tx, since: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ ranges: string | null }[]>`SELECT range_agg(ranges::int8multirange)::text AS ranges FROM audit_seal WHERE sealed_at >= ${since}::timestamptz`
  return row?.ranges ?? '{}'
}

export async function writeSeal(tx: Tx, { no, sealedAt, ranges, events, body, previous, mac }: Seal): Promise<void> {
  await tx.$executeRaw`INSERT INTO audit_seal (no, sealed_at, ranges, events, body, previous, mac)
    VALUES (${no}::bigint, ${sealedAt}::timestamptz, ${ranges}, ${events}::int, decode(${body}, 'hex'), decode(${previous}, 'hex'), decode(${mac}, 'hex'))`
}

const PRUNE = Prisma.sql`no::float8 AS no, to_char(pruned_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "prunedAt", through::float8 AS through, encode(seal, 'hex') AS seal, events, run_id::text AS run, encode(previous, 'hex') AS previous, encode(mac, 'hex') AS mac`

export function allPrunes(tx: Tx): Promise<Prune[]> {
  return tx.$queryRaw<Prune[]>`SELECT ${PRUNE} FROM audit_prune ORDER BY audit_prune.no`
}

/** Also one that was lost with a restore and stands in the copies: there is one of each number. */
export async function writePrune(tx: Tx, { no, prunedAt, through, seal, events, run, previous, mac }: Prune): Promise<void> {
  await tx.$executeRaw`INSERT INTO audit_prune (no, pruned_at, through, seal, events, run_id, previous, mac)
    VALUES (${no}::bigint, ${prunedAt}::timestamptz, ${through}::bigint, decode(${seal}, 'hex'), ${events}::int, ${run}::uuid, decode(${previous}, 'hex'), decode(${mac}, 'hex')) ON CONFLICT DO NOTHING`
}

/** An event that stands though the seals up to `through` say that theirs are gone. */
export async function eventsLeft(tx: Tx, through: number): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ left: boolean }[]>`WITH gone AS (SELECT range_agg(ranges::int8multirange) AS ranges FROM audit_seal WHERE no <= ${through}::bigint)
    SELECT EXISTS (SELECT 1 FROM audit_event e, gone g WHERE e.seq < upper(g.ranges) AND e.seq <@ g.ranges) AS left`
  return row?.left ?? false
}
