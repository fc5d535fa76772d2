import 'server-only'
import { inChunks } from '@/lib/imports/batches/writes'
import type { Day } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import type { WritePlan } from './plan'
import type { Op } from './units'

type OpOf<Unit extends Op['unit']> = Extract<Op, { unit: Unit }>

function opsOf<Unit extends Op['unit']>(plan: WritePlan, ...units: Unit[]): { personId: string; op: OpOf<Unit> }[] {
  return [...plan.edited].flatMap(([personId, { ops }]) => ops.flatMap((op) => ((units as string[]).includes(op.unit) ? [{ personId, op: op as OpOf<Unit> }] : [])))
}

/** The number a person had, sealed as it is stored, so that undoing can put it back unread. */
export async function readFormerCpr(tx: Tx, plan: WritePlan): Promise<void> {
  const ops = opsOf(plan, 'cpr')
  if (ops.length === 0) return
  const rows = await tx.$queryRaw<{ id: string; kind: string; cipher: string; keyedHash: string; birthPart: string }[]>`
    SELECT person_id::text AS id, kind::text, translate(encode(cipher, 'base64'), E'\n', '') AS cipher, encode(keyed_hash, 'hex') AS "keyedHash", birth_part AS "birthPart"
    FROM person_cpr WHERE person_id = ANY (${ops.map(({ personId }) => personId)}::uuid[])`
  const former = new Map(rows.map(({ id, ...row }) => [id, row]))
  for (const { personId, op } of ops) op.former = former.get(personId) ?? null
}

/** Ends and corrects rows of people who are here already. Every one of them must still be there: else somebody else was faster. */
export async function closeAndPatch(tx: Tx, plan: WritePlan, today: Day): Promise<void> {
  const edits = [...plan.edited].map(([person_id, { edits }]) => ({ person_id, values: edits }))
  await inChunks(edits, (json) => tx.$executeRaw`
    UPDATE person p SET first_name = coalesce(v.values->>'firstName', p.first_name), last_name = coalesce(v.values->>'lastName', p.last_name),
      birth_date = coalesce((v.values->>'birthDate')::date, p.birth_date), digital_post = coalesce((v.values->>'digitalPost')::digital_post, p.digital_post),
      updated_at = now(), version = p.version + 1
    FROM jsonb_to_recordset(${json}::jsonb) AS v(person_id uuid, values jsonb)
    WHERE p.id = v.person_id AND v.values ?| ARRAY['firstName', 'lastName', 'birthDate', 'digitalPost']`)
  const addresses = opsOf(plan, 'address')
  for (const [table, hidden] of [['address', false], ['protected_address', true]] as const) {
    const of = addresses.filter(({ op }) => op.protected === hidden)
    await must(of.flatMap(({ op }) => op.closed ?? []), (ids) => tx.$executeRawUnsafe(
      `UPDATE ${table} SET to_day = greatest(coalesce(from_day, '-infinity'), $2::date - 1), version = version + 1 WHERE id = ANY ($1::uuid[]) AND to_day IS NULL`, ids, today))
    await patchAddresses(tx, table, of.flatMap(({ personId, op }) => (op.patched ? [{ id: op.patched, values: plan.edited.get(personId)?.edits ?? {} }] : [])))
  }
  await must(opsOf(plan, 'phone', 'email').flatMap(({ op }) => op.closed ?? []), (ids) =>
    tx.$executeRaw`UPDATE contact_point SET to_day = ${today}::date, version = version + 1 WHERE id = ANY (${ids}::uuid[]) AND to_day IS NULL`)
  await patchRecords(tx, [...plan.editedRecords].map(([id, values]) => ({ id, values })))
}

export type Patch = { id: string; values: Partial<Record<string, string | null>> }

export async function patchAddresses(tx: Tx, table: 'address' | 'protected_address', rows: Patch[]): Promise<void> {
  await mustAll(rows, (json) => tx.$executeRawUnsafe(`UPDATE ${table} a SET
      care_of = CASE WHEN v.values ? 'careOf' THEN v.values->>'careOf' ELSE a.care_of END, floor = CASE WHEN v.values ? 'floor' THEN v.values->>'floor' ELSE a.floor END,
      door = CASE WHEN v.values ? 'door' THEN v.values->>'door' ELSE a.door END, town = coalesce(v.values->>'town', a.town), version = a.version + 1
    FROM jsonb_to_recordset($1::jsonb) AS v(id uuid, values jsonb) WHERE a.id = v.id AND a.to_day IS NULL`, json))
}

export async function patchRecords(tx: Tx, rows: Patch[]): Promise<void> {
  await mustAll(rows, (json) => tx.$executeRaw`UPDATE deployment d SET
      mission = CASE WHEN v.values ? 'mission' THEN coalesce(v.values->>'mission', '') ELSE d.mission END,
      country = CASE WHEN v.values ? 'country' THEN coalesce(v.values->>'country', '') ELSE d.country END,
      service = CASE WHEN v.values ? 'service' THEN coalesce(v.values->>'service', 'OTHER')::service ELSE d.service END,
      from_day = CASE WHEN v.values ? 'deployedFrom' THEN (v.values->>'deployedFrom')::date ELSE d.from_day END,
      to_day = CASE WHEN v.values ? 'deployedTo' THEN (v.values->>'deployedTo')::date ELSE d.to_day END, version = d.version + 1
    FROM jsonb_to_recordset(${json}::jsonb) AS v(id uuid, values jsonb) WHERE d.id = v.id`)
}

/**
 * People whom the list says are protected now. Their addresses move with their ids before the protection is set, so that undoing
 * finds them where they are hidden; the database's own guard then finds nothing left to move.
 */
export async function protect(tx: Tx, plan: WritePlan): Promise<void> {
  const ids = opsOf(plan, 'protectedAddress').map(({ personId }) => personId)
  if (ids.length === 0) return
  await tx.$executeRaw`INSERT INTO protected_address (id, person_id, care_of, street, number, floor, door, postcode, town, source, from_day, to_day, version)
    SELECT id, person_id, care_of, street, number, floor, door, postcode, town, source, from_day, to_day, version FROM address WHERE person_id = ANY (${ids}::uuid[]) ORDER BY from_day NULLS FIRST`
  await tx.$executeRaw`DELETE FROM address WHERE person_id = ANY (${ids}::uuid[])`
  await must(ids, (people) => tx.$executeRaw`UPDATE person SET protection = 'P1', protection_source = 'import', updated_at = now(), version = version + 1
    WHERE id = ANY (${people}::uuid[]) AND protection = 'P0'`)
}

export class RegisterMoved extends Error {
  override name = 'RegisterMoved'
}

async function must(ids: string[], run: (ids: string[]) => Promise<number>): Promise<void> {
  if (ids.length > 0 && (await run(ids)) !== ids.length) throw new RegisterMoved('A row that was to be changed is not there any more')
}

async function mustAll(rows: Patch[], run: (json: string) => Promise<number>): Promise<void> {
  let changed = 0
  await inChunks(rows, async (json) => (changed += await run(json)))
  if (changed !== rows.length) throw new RegisterMoved('A row that was to be changed is not there any more')
}
