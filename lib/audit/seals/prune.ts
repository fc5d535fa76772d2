import 'server-only'
import { auditKey } from '@/lib/platform/crypto/sealed'
import type { Tx } from '@/lib/platform/db'
import type { AnchorPlace } from './anchor'
import { chainProblems, FIRST_PREVIOUS, type Prune, pruneMac } from './rules'
import { allPrunes, allSeals, writePrune } from './sql'
import { eventsUnder } from './verify'

/**
 * Seals that the log's old end goes: every event up to the end of `month` (a key of access.log_key). Goes through what will go first, because
 * after that nobody can: a log somebody has edited is not pruned but kept for whoever has to find out. Null where nothing is left to go. The
 * events themselves are taken away by access.prune_log, which asks for this seal, in the same transaction.
 */
export async function sealPrune(tx: Tx, month: string, run: string, at: Date): Promise<Prune | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('audit.seal', 0))`
  const [row] = await tx.$queryRaw<{ through: number | null }[]>`SELECT access.log_through(${month}::uuid)::float8 AS through`
  const last = (await allPrunes(tx)).at(-1)
  const through = row?.through ?? 0
  if (through <= (last?.through ?? 0)) return null
  const seals = await allSeals(tx)
  const broken = chainProblems(auditKey(), seals.filter((seal) => seal.no <= through))
  let events = 0
  for (const [index, seal] of seals.entries()) {
    if (seal.no <= (last?.through ?? 0) || seal.no > through) continue
    const found = await eventsUnder(tx, seal, seals[index - 1])
    events += found.count
    broken.push(...found.problems)
  }
  const newest = seals.find((seal) => seal.no === through)
  if (broken.length > 0 || !newest) throw new Error('The log is not whole: nothing of it is pruned')
  const unsigned = { no: (last?.no ?? 0) + 1, prunedAt: at.toISOString(), through, seal: newest.mac, events, run, previous: last?.mac ?? FIRST_PREVIOUS }
  const prune = { ...unsigned, mac: pruneMac(auditKey(), unsigned) }
  await writePrune(tx, prune)
  return prune
}

/** Prune seals the folder does not know yet. */
export async function copyPrunes(tx: Tx, place: AnchorPlace): Promise<void> {
  const known = new Set((await place.readPrunes()).map((prune) => prune.no))
  for (const prune of await allPrunes(tx)) if (!known.has(prune.no)) await place.writePrune(prune)
}

/** After a restore: prune seals of after the backup, as the copies have them. One that is not the product's own is left out. */
export async function restorePrunes(tx: Tx, place: AnchorPlace): Promise<void> {
  for (const prune of (await place.readPrunes()).sort((a, b) => a.no - b.no)) if (pruneMac(auditKey(), prune) === prune.mac) await writePrune(tx, prune)
}
