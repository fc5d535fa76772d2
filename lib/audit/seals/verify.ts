import 'server-only'
import { auditKey } from '@/lib/platform/crypto/sealed'
import type { Tx } from '@/lib/platform/db'
import type { AnchorPlace } from './anchor'
import { anchorProblems, bodyHash, chainProblems, LATEST_MINUTES, type Problem, pruneProblems, type Seal } from './rules'
import { allPrunes, allSeals, eventsIn, eventsLeft } from './sql'

export type Verdict = { seals: number; events: number; problems: Problem[] }

/**
 * Goes through the whole log: the chain of seals, the events under each, events no seal knows, and the copies outside the database. Finds
 * every change made after an event was sealed (about a minute after it was written), also by somebody who owns the database.
 */
export async function verifyLog(tx: Tx, place: AnchorPlace, key: Buffer = auditKey()): Promise<Verdict> {
  const seals = await allSeals(tx)
  const { anchors, broken } = await place.read()
  const pruned = pruneProblems(key, await allPrunes(tx), seals, await place.readPrunes())
  const problems = [...chainProblems(key, seals), ...anchorProblems(seals, anchors), ...pruned.problems]
  if (pruned.through > 0 && (await eventsLeft(tx, pruned.through))) problems.push({ code: 'events-changed', no: pruned.through })
  if (broken > 0) problems.push({ code: 'anchor-broken', no: broken })
  let events = 0
  for (const [at, seal] of seals.entries()) {
    if (seal.no <= pruned.through) continue
    const found = await eventsUnder(tx, seal, seals[at - 1])
    events += found.count
    problems.push(...found.problems)
  }
  return { seals: seals.length, events, problems: [...problems, ...(await strays(tx))] }
}

/** What stands under one seal now, against what it says. */
export async function eventsUnder(tx: Tx, seal: Seal, before: Seal | undefined): Promise<{ count: number; problems: Problem[] }> {
  const oldest = before ? Date.parse(before.sealedAt) - LATEST_MINUTES * 60_000 : -Infinity
  const body = bodyHash()
  let count = 0
  let late = false
  for await (const event of eventsIn(tx, seal.ranges)) {
    body.add(event.line)
    count++
    late ||= event.at.getTime() < oldest
  }
  const problems: Problem[] = count === seal.events && body.end() === seal.body ? [] : [{ code: 'events-changed', no: seal.no }]
  return { count, problems: late ? [...problems, { code: 'event-late', no: seal.no }] : problems }
}

/** Events that should have been sealed long ago and were not, and numbers that two seals claim. The first of each is enough to know. */
async function strays(tx: Tx): Promise<Problem[]> {
  const rows = await tx.$queryRaw<{ code: 'never-sealed' | 'sealed-twice'; seq: number }[]>`
    WITH covered AS (SELECT coalesce(range_agg(ranges::int8multirange), '{}'::int8multirange) AS all_of_them, max(sealed_at) AS last FROM audit_seal)
    (SELECT 'never-sealed' AS code, e.seq::float8 AS seq FROM audit_event e, covered c
      WHERE e.at < c.last - make_interval(mins => ${LATEST_MINUTES}::int) AND NOT (e.seq <@ c.all_of_them) ORDER BY e.seq LIMIT 1)
    UNION ALL
    (SELECT 'sealed-twice', lower(a.ranges::int8multirange * b.ranges::int8multirange)::float8 FROM audit_seal a JOIN audit_seal b ON b.no > a.no AND b.no <= a.no + 50
      WHERE a.ranges::int8multirange && b.ranges::int8multirange LIMIT 1)`
  return rows
}
