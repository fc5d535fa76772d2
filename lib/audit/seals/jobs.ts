import 'server-only'
import { auditKey } from '@/lib/platform/crypto/sealed'
import { now } from '@/lib/platform/clock'
import { transaction, type Tx } from '@/lib/platform/db'
import { log } from '@/lib/platform/log/log'
import type { JobHandler } from '@/lib/platform/jobs/handler'
import { type AnchorPlace, anchorFolder } from './anchor'
import { bodyHash, FIRST_PREVIOUS, LATEST_MINUTES, macOf, rangesOf, type Seal } from './rules'
import { eventsIn, lastSeal, rangesSince, sealsAfter, unsealed, writeSeal } from './sql'
import { verifyLog } from './verify'

/** Events in one seal, so that the first one over an old log does not hold a transaction for minutes. */
const MOST = 20_000
const MINUTES = 10 * 60_000

/**
 * `audit.seal`: everything written since the last seal, and what was still on its way then. Nobody who writes to the log waits for it. The
 * copy outside is written after the commit; one that is missing there is written by the next round, and one that is there is never changed.
 */
export const sealLog = (place: () => AnchorPlace = anchorFolder, clock: () => Date = now): JobHandler<'audit.seal'> => async (_data, signal) => {
  let events = 0
  while (!signal.aborted) {
    const seal = await transaction({ role: 'worker' }, (tx) => sealNext(tx, clock()), MINUTES)
    if (seal) events += seal.events
    if (!seal || seal.events < MOST) break
  }
  await copyOut(place())
  return events > 0 ? { events } : null
}

/** One hand at a time: two workers must make neither two seals of one number nor two copies of one seal. */
function alone(tx: Tx): Promise<unknown> {
  return tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('audit.seal', 0))`
}

/** The next seal, at most `MOST` events under it; null where everything is sealed. The transaction must be the job’s own. */
export async function sealNext(tx: Tx, at: Date): Promise<Seal | null> {
  await alone(tx)
  const last = await lastSeal(tx)
  const since = last && minutesBefore(last.sealedAt, LATEST_MINUTES)
  // Seals of the last hours hold everything that can be among the candidates.
  const numbers = await unsealed(tx, since, last ? await rangesSince(tx, minutesBefore(last.sealedAt, 4 * LATEST_MINUTES)) : '{}', MOST)
  if (numbers.length === 0) return null
  const ranges = rangesOf(numbers)
  const body = bodyHash()
  for await (const event of eventsIn(tx, ranges)) body.add(event.line)
  const unsigned = { no: (last?.no ?? 0) + 1, sealedAt: at.toISOString(), ranges, events: numbers.length, body: body.end(), previous: last?.mac ?? FIRST_PREVIOUS }
  const seal = { ...unsigned, mac: macOf(auditKey(), unsigned) }
  await writeSeal(tx, seal)
  return seal
}

function minutesBefore(moment: string, minutes: number): string {
  return new Date(Date.parse(moment) - minutes * 60_000).toISOString()
}

/** Seals the folder does not know yet. After a gap (a full disk, a folder that was away) a thousand at a time. */
function copyOut(place: AnchorPlace): Promise<void> {
  return transaction({ role: 'worker' }, async (tx) => {
    await alone(tx)
    for (const seal of await sealsAfter(tx, await place.last(), 1000)) await place.write(seal)
  }, MINUTES)
}

/** `audit.verify`: the whole log against its seals and the copies outside, every night. */
export const verifyLogJob = (place: () => AnchorPlace = anchorFolder): JobHandler<'audit.verify'> => async () => {
  const { seals, events, problems } = await transaction({ role: 'worker' }, (tx) => verifyLog(tx, place()), 60 * 60_000)
  const first = problems[0]
  await transaction({ role: 'worker' }, (tx) => tx.auditCheck.createMany({ data: [{ seals, events, problems: problems.length, firstProblem: first ? `${first.code} ${'no' in first ? first.no : first.seq}` : null }] }))
  if (first) log.error('audit.tampered', { code: first.code, reference: String('no' in first ? first.no : first.seq) })
  return { seals, events, problems: problems.length }
}
