import 'server-only'
import { record } from '@/lib/audit/record'
import { inChunks } from '@/lib/imports/batches/writes'
import type { Tx } from '@/lib/platform/db'
import type { AppliedRecord } from '../apply/plan'
import type { Op } from '../apply/units'
import { patchAddresses, patchRecords } from '../apply/edits'
import { type Reversal, reversalOf } from './plan'
import { readPeopleNow } from './sql'

/** Takes a confirmed import back to exactly the former state, in the caller's one transaction. What somebody changed since stays, and so does every protection of somebody who was here before; each with its reason kept. */
export async function undoBatch(tx: Tx, batchId: string, by: string): Promise<Record<string, number>> {
  const rows = await tx.$queryRaw<{ number: number; applied: Omit<AppliedRecord, 'row'> }[]>`
    SELECT number, applied FROM import_row WHERE batch_id = ${batchId}::uuid AND applied IS NOT NULL ORDER BY number`
  const applied = rows.map((row): AppliedRecord => ({ ...row.applied, row: row.number }))
  const ids = [...new Set(applied.map((row) => row.personId))]
  if (ids.length > 0) await tx.$queryRaw`SELECT id FROM person WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const reversal = reversalOf(applied, await readPeopleNow(tx, batchId, ids))
  await writeReversal(tx, reversal)
  const refused = new Set(reversal.refused.map((refusal) => refusal.row))
  await inChunks(reversal.refused, (json) => tx.$executeRaw`UPDATE import_row r SET applied = r.applied || jsonb_build_object('refused', v.reasons)
    FROM (SELECT "row", jsonb_agg(jsonb_build_object('code', code, 'field', field)) AS reasons FROM jsonb_to_recordset(${json}::jsonb) AS x("row" int, code text, field text) GROUP BY 1) v
    WHERE r.batch_id = ${batchId}::uuid AND r.number = v."row"`)
  const counts = { undone: applied.length - refused.size, undoRefused: refused.size }
  await tx.$executeRaw`UPDATE import_batch SET state = 'UNDONE', undone_by = ${by}::uuid, undone_at = now(), counts = counts || ${JSON.stringify(counts)}::jsonb,
    progress = total, error_code = NULL, version = version + 1 WHERE id = ${batchId}::uuid`
  await record(tx, { kind: 'CHANGE', action: 'import.undone', people: ids, details: { batch: batchId, ...counts } })
  return counts
}

async function writeReversal(tx: Tx, reversal: Reversal): Promise<void> {
  const removed = reversal.people
  await tx.$executeRaw`DELETE FROM duplicate_pair WHERE state = 'OPEN' AND (left_id = ANY (${removed}::uuid[]) OR right_id = ANY (${removed}::uuid[]))`
  await tx.$executeRaw`DELETE FROM person WHERE id = ANY (${removed}::uuid[])`
  await tx.$executeRaw`DELETE FROM deployment WHERE id = ANY (${reversal.removedRecords}::uuid[])`
  await patchRecords(tx, reversal.records)
  for (const unit of reversal.units) await undoUnit(tx, unit)
  await inChunks(reversal.fields.map(({ personId, values }) => ({ person_id: personId, values })), (json) => tx.$executeRaw`
    UPDATE person p SET first_name = coalesce(v.values->>'firstName', p.first_name), last_name = coalesce(v.values->>'lastName', p.last_name),
      birth_date = CASE WHEN v.values ? 'birthDate' THEN (v.values->>'birthDate')::date ELSE p.birth_date END,
      digital_post = CASE WHEN v.values ? 'digitalPost' THEN coalesce(v.values->>'digitalPost', 'UNKNOWN')::digital_post ELSE p.digital_post END,
      updated_at = now(), version = p.version + 1
    FROM jsonb_to_recordset(${json}::jsonb) AS v(person_id uuid, values jsonb) WHERE p.id = v.person_id`)
}

async function undoUnit(tx: Tx, { personId, op, values }: { personId: string; op: Op; values: Record<string, string | null> }): Promise<void> {
  switch (op.unit) {
    case 'address': return undoAddress(tx, op, values)
    case 'phone':
    case 'email':
      await tx.$executeRaw`DELETE FROM contact_point WHERE id = ${op.opened}::uuid`
      if (op.closed) await tx.$executeRaw`UPDATE contact_point SET to_day = NULL, version = version + 1 WHERE id = ${op.closed}::uuid`
      return
    case 'externalId':
      if (op.former === null) await tx.$executeRaw`DELETE FROM external_key WHERE id = ${op.keyId}::uuid`
      else await tx.$executeRaw`UPDATE external_key SET key = ${op.former} WHERE id = ${op.keyId}::uuid`
      return
    case 'cpr': return undoCpr(tx, personId, op.former)
    case 'role':
      await tx.$executeRaw`DELETE FROM person_role WHERE id = ${op.roleId}::uuid`
      if (op.profile) await tx.$executeRaw`DELETE FROM veteran_profile WHERE person_id = ${personId}::uuid`
  }
}

async function undoAddress(tx: Tx, op: Extract<Op, { unit: 'address' }>, values: Record<string, string | null>): Promise<void> {
  // A row the file made out in the open has gone behind the protection since, with its id, where the file said that as well: it goes back there.
  const [place] = await tx.$queryRaw<{ hidden: boolean }[]>`SELECT EXISTS (SELECT 1 FROM protected_address WHERE id = ANY (${[op.opened, op.closed, op.patched].filter((id) => id !== null)}::uuid[])) AS hidden`
  const table = place?.hidden ? 'protected_address' : 'address'
  if (op.opened) await tx.$executeRawUnsafe(`DELETE FROM ${table} WHERE id = $1::uuid`, op.opened)
  if (op.closed) await tx.$executeRawUnsafe(`UPDATE ${table} SET to_day = NULL, version = version + 1 WHERE id = $1::uuid`, op.closed)
  if (op.patched) await patchAddresses(tx, table, [{ id: op.patched, values }])
}

async function undoCpr(tx: Tx, personId: string, former: Extract<Op, { unit: 'cpr' }>['former']): Promise<void> {
  if (!former) {
    await tx.$executeRaw`DELETE FROM person_cpr WHERE person_id = ${personId}::uuid`
    return
  }
  await tx.$executeRaw`UPDATE person_cpr SET kind = ${former.kind}::cpr_kind, cipher = decode(${former.cipher}, 'base64'), keyed_hash = decode(${former.keyedHash}, 'hex'),
    birth_part = ${former.birthPart} WHERE person_id = ${personId}::uuid`
}
