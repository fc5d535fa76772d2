import 'server-only'
import { record } from '@/lib/audit/record'
import { type AnchorPlace, anchorFolder } from '@/lib/audit/seals/anchor'
import { copyPrunes, restorePrunes, sealPrune } from '@/lib/audit/seals/prune'
import { now } from '@/lib/platform/clock'
import { transaction, type Tx } from '@/lib/platform/db'
import type { JobHandler } from '@/lib/platform/jobs/handler'
import { type ArchivePlace, archiveFolder, type Ledger, ledgerFolder } from './places'
import type { Kind, LedgerLine } from './rules'

/** Records a transaction: what a stop in the middle makes wait, and what is done over. */
const BATCH = 200
const MINUTES = 10 * 60_000
type Item = { id: string; kind: Kind; key: string; person: string | null; archive: boolean; due: boolean; held: boolean }

/**
 * `retention.run`: what a second person agreed to, a batch at a time. A batch is one transaction: still due? then delivered to the archive,
 * then the receipt, then erased with a tombstone each. Killed anywhere, the batch is as it was, and is delivered again under the same name.
 */
export const runRetention = (archive: () => ArchivePlace = archiveFolder, ledger: () => Ledger = ledgerFolder, anchors: () => AnchorPlace = anchorFolder): JobHandler<'retention.run'> => async (_data, signal) => {
  let erased = 0
  await copyOut(ledger(), anchors())
  for (let more = true; more && !signal.aborted; ) {
    const done = await transaction({ role: 'worker' }, (tx) => eraseBatch(tx, archive()), MINUTES)
    erased += done.erased
    more = done.more
    if (done.erased > 0) await copyOut(ledger(), anchors(), monthOf(now()))
  }
  return erased > 0 ? { erased } : null
}

async function eraseBatch(tx: Tx, place: ArchivePlace): Promise<{ erased: number; more: boolean }> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('retention.run', 0))`
  const [run] = await tx.$queryRaw<{ id: string; asOf: string }[]>`SELECT id::text, as_of::text AS "asOf" FROM retention_run WHERE state = 'APPROVED' ORDER BY approved_at LIMIT 1`
  if (!run) return { erased: 0, more: false }
  const items = await tx.$queryRaw<Item[]>`WITH next AS (SELECT * FROM retention_item WHERE run_id = ${run.id}::uuid AND erased_at IS NULL AND skipped IS NULL ORDER BY id LIMIT ${BATCH})
    SELECT n.id::text, n.kind, n.row_key::text AS key, n.person_id::text AS person, n.archive, d.row_key IS NOT NULL AS due, coalesce(d.held, false) AS held
    FROM next n LEFT JOIN access.retention_due(${run.asOf}::date) d ON d.kind = n.kind AND d.row_key = n.row_key ORDER BY n.id`
  const [first] = items
  if (!first) {
    await tx.$executeRaw`UPDATE retention_run SET state = 'DONE', finished_at = now() WHERE id = ${run.id}::uuid`
    await record(tx, { kind: 'MACHINE', action: 'retention.finished', details: { run: run.id } })
    return { erased: 0, more: false }
  }
  // Somebody came back, or somebody said stop, since the list was made.
  await skip(tx, items.filter((item) => item.held), 'held')
  await skip(tx, items.filter((item) => !item.held && !item.due), 'changed')
  const going = items.filter((item) => item.due && !item.held)
  await deliver(tx, place, `retention-${run.id}-${first.id}.json`, run.id, going.filter((item) => item.archive))
  for (const { key } of going.filter((item) => item.kind === 'audit_log').sort((a, b) => a.key.localeCompare(b.key))) await sealPrune(tx, key, run.id, now())
  const [done] = await tx.$queryRaw<{ count: number }[]>`SELECT access.erase_items(${going.map((item) => item.id)}::uuid[]) AS count`
  await record(tx, { kind: 'MACHINE', action: 'retention.erased', people: going.flatMap((item) => item.person ?? []), details: { run: run.id, rows: done?.count ?? 0 } })
  return { erased: done?.count ?? 0, more: true }
}

async function skip(tx: Tx, items: readonly Item[], why: 'held' | 'changed'): Promise<void> {
  if (items.length > 0) await tx.$executeRaw`UPDATE retention_item SET skipped = ${why} WHERE id = ANY (${items.map((item) => item.id)}::uuid[])`
}

async function deliver(tx: Tx, place: ArchivePlace, name: string, run: string, items: readonly Item[]): Promise<void> {
  if (items.length === 0) return
  const records: unknown[] = []
  for (const { kind, key, person } of items) {
    const [row] = await tx.$queryRaw<{ image: unknown }[]>`SELECT access.retention_image(${kind}, ${key}::uuid) AS image`
    records.push({ kind, key, person, record: row?.image ?? null })
  }
  const receipt = await place.deliver(name, JSON.stringify({ run, records }))
  await tx.$executeRaw`UPDATE retention_item SET receipt = ${receipt}, archived_at = now() WHERE id = ANY (${items.map((item) => item.id)}::uuid[])`
}

function monthOf(moment: Date): string {
  return moment.toISOString().slice(0, 7)
}

/** Tombstones the ledger outside does not know yet: normally the last batch, after a kill or a folder that was away what is missing. `since`: only from that month (UTC) on. */
async function copyOut(ledger: Ledger, anchors: AnchorPlace, since?: string): Promise<void> {
  await transaction({ role: 'worker' }, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('retention.ledger', 0))`
    const { lines } = await ledger.read(since)
    const known = new Set(lines.map((line) => line.id))
    const stones = await tx.retentionTombstone.findMany({ where: since ? { erasedAt: { gte: new Date(`${since}-01T00:00:00Z`) } } : {}, orderBy: [{ erasedAt: 'asc' }, { id: 'asc' }] })
    const missing = stones.filter((stone) => !known.has(stone.id)).map((stone): LedgerLine => ({
      id: stone.id, at: stone.erasedAt.toISOString(), kind: stone.kind as Kind, key: stone.rowKey, person: stone.personId, run: stone.runId, rule: stone.rule, approvedBy: stone.approvedBy, receipt: stone.receipt,
    }))
    if (missing.length > 0) await ledger.append(missing)
    await copyPrunes(tx, anchors)
  }, MINUTES)
}

/** After a restore: everything the ledger says was erased, erased again. What is gone already stays gone; broken lines are counted, never believed. */
export async function replayLedger(ledger: Ledger = ledgerFolder(), anchors: AnchorPlace = anchorFolder()): Promise<{ lines: number; erased: number; broken: number }> {
  const { lines, broken } = await ledger.read()
  await transaction({ role: 'worker' }, (tx) => restorePrunes(tx, anchors))
  let erased = 0
  for (let at = 0; at < lines.length; at += BATCH) {
    await transaction({ role: 'worker' }, async (tx) => {
      for (const line of lines.slice(at, at + BATCH)) {
        const [row] = await tx.$queryRaw<{ back: boolean }[]>`SELECT access.erase_again(${JSON.stringify(line)}::jsonb) AS back`
        if (row?.back) erased += 1
      }
      await record(tx, { kind: 'MACHINE', action: 'retention.replayed', people: lines.slice(at, at + BATCH).flatMap((line) => line.person ?? []), details: { lines: Math.min(BATCH, lines.length - at) } })
    }, MINUTES)
  }
  return { lines: lines.length, erased, broken }
}
