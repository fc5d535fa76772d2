import 'server-only'
import { inChunks } from '@/lib/imports/batches/writes'
import { newId } from '@/lib/imports/batches/ids'
import type { Values } from '@/lib/imports/kind'
import { blindIndex, seal } from '@/lib/platform/crypto/sealed'
import type { Day } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { cprKind } from '../../cpr/rules'
import { REGISTER } from '../kind'
import { closeAndPatch, protect, readFormerCpr } from './edits'
import type { WritePlan } from './plan'

/**
 * Writes a plan in the caller's transaction, table by table: the number of statements grows with the size of the file by the thousand, not
 * by the row. Throws when a row it ends or corrects is not there any more; the job then starts over and judges again.
 */
export async function writePlan(tx: Tx, plan: WritePlan, by: string, today: Day): Promise<void> {
  await readFormerCpr(tx, plan)
  const created = [...plan.created].map(([personId, values]) => ({ person_id: personId, ...columnsOf(values), by, today }))
  await inChunks(created, (json) => tx.$executeRaw`
    INSERT INTO person (id, first_name, last_name, birth_date, digital_post, protection, protection_source, registered_on, source, created_by)
    SELECT v.person_id, v.first_name, v.last_name, v.birth_date, v.digital_post::digital_post, v.protection::protection,
      CASE WHEN v.protection <> 'P0' THEN 'import' END, v.today, 'import', v.by
    FROM jsonb_to_recordset(${json}::jsonb) AS v(person_id uuid, first_name text, last_name text, birth_date date, digital_post text, protection text, today date, by uuid)`)
  await writeRoles(tx, plan, today)
  await writeIdentity(tx, plan)
  await closeAndPatch(tx, plan, today)
  await openAddresses(tx, plan, today)
  await openContacts(tx, plan, today)
  await protect(tx, plan)
  await writeRecords(tx, plan)
}

function columnsOf(values: Values) {
  return {
    first_name: values.firstName ?? '', last_name: values.lastName ?? '', birth_date: values.birthDate ?? null, digital_post: values.digitalPost ?? 'UNKNOWN',
    protection: values.protectedAddress === 'yes' ? 'P1' : 'P0',
  }
}

async function writeRoles(tx: Tx, plan: WritePlan, today: Day): Promise<void> {
  const rows = [...plan.created.keys()].map((person_id) => ({ id: newId(), person_id, today }))
  for (const [person_id, { ops }] of plan.edited) for (const op of ops) if (op.unit === 'role') rows.push({ id: op.roleId, person_id, today })
  await inChunks(rows, (json) => tx.$executeRaw`INSERT INTO person_role (id, person_id, kind, from_day)
    SELECT v.id, v.person_id, 'VETERAN', v.today FROM jsonb_to_recordset(${json}::jsonb) AS v(id uuid, person_id uuid, today date)`)
  const profiles = new Set<string>()
  await inChunks(rows, async (json) => {
    const made = await tx.$queryRaw<{ id: string }[]>`INSERT INTO veteran_profile (person_id)
      SELECT v.person_id FROM jsonb_to_recordset(${json}::jsonb) AS v(person_id uuid) ON CONFLICT DO NOTHING RETURNING person_id::text AS id`
    for (const { id } of made) profiles.add(id)
  })
  for (const [personId, { ops }] of plan.edited) for (const op of ops) if (op.unit === 'role') op.profile = profiles.has(personId)
}

async function writeIdentity(tx: Tx, plan: WritePlan): Promise<void> {
  const numbers = [...plan.created].flatMap(([id, values]) => (values.cpr ? [cprRow(id, values.cpr)] : []))
  for (const [id, { edits }] of plan.edited) if (edits.cpr) numbers.push(cprRow(id, edits.cpr))
  await inChunks(numbers, (json) => tx.$executeRaw`
    INSERT INTO person_cpr (person_id, kind, cipher, keyed_hash, birth_part)
    SELECT v.person_id, v.kind::cpr_kind, decode(v.cipher, 'base64'), decode(v.hash, 'hex'), v.birth_part
    FROM jsonb_to_recordset(${json}::jsonb) AS v(person_id uuid, kind text, cipher text, hash text, birth_part text)
    ON CONFLICT (person_id) DO UPDATE SET kind = excluded.kind, cipher = excluded.cipher, keyed_hash = excluded.keyed_hash, birth_part = excluded.birth_part`)
  const keys = [...plan.created].flatMap(([person_id, values]) => (values.externalId ? [{ id: newId(), person_id, key: values.externalId }] : []))
  for (const [person_id, { edits, ops }] of plan.edited) for (const op of ops) if (op.unit === 'externalId' && edits.externalId) keys.push({ id: op.keyId, person_id, key: edits.externalId })
  await inChunks(keys, (json) => tx.$executeRaw`INSERT INTO external_key (id, person_id, register, key)
    SELECT v.id, v.person_id, ${REGISTER.code}, v.key FROM jsonb_to_recordset(${json}::jsonb) AS v(id uuid, person_id uuid, key text)
    ON CONFLICT (id) DO UPDATE SET key = excluded.key`)
}

function cprRow(person_id: string, digits: string) {
  return {
    person_id, kind: cprKind(digits) === 'cpr' ? 'CPR' : 'REPLACEMENT', cipher: Buffer.from(seal(digits)).toString('base64'),
    hash: Buffer.from(blindIndex(digits)).toString('hex'), birth_part: digits.slice(0, 6),
  }
}

async function openAddresses(tx: Tx, plan: WritePlan, today: Day): Promise<void> {
  // Of somebody new it is not known since when they live there; a move is from the day it was heard of.
  const rows = [...plan.created].flatMap(([person_id, values]) => (values.street ? [{ id: newId(), person_id, from_day: null as Day | null, hidden: false, values: values as Record<string, string | null | undefined> }] : []))
  for (const [person_id, { person, edits, ops }] of plan.edited)
    for (const op of ops) if (op.unit === 'address' && op.opened) rows.push({ id: op.opened, person_id, from_day: today, hidden: op.protected, values: { ...person.values, ...edits } })
  for (const [table, hidden] of [['address', false], ['protected_address', true]] as const) {
    await inChunks(rows.filter((row) => row.hidden === hidden), (json) => tx.$executeRawUnsafe(`INSERT INTO ${table} (id, person_id, care_of, street, number, floor, door, postcode, town, source, from_day)
      SELECT v.id, v.person_id, v.values->>'careOf', v.values->>'street', coalesce(v.values->>'number', ''), v.values->>'floor', v.values->>'door', v.values->>'postcode', v.values->>'town', 'import', v.from_day
      FROM jsonb_to_recordset($1::jsonb) AS v(id uuid, person_id uuid, from_day date, values jsonb)`, json))
  }
}

async function openContacts(tx: Tx, plan: WritePlan, today: Day): Promise<void> {
  const rows = [...plan.created].flatMap(([person_id, values]) => (['phone', 'email'] as const).flatMap((unit) =>
    values[unit] ? [{ id: newId(), person_id, kind: unit.toUpperCase(), value: values[unit], allowed: true, today }] : []))
  for (const [person_id, { edits, ops }] of plan.edited)
    for (const op of ops) if ((op.unit === 'phone' || op.unit === 'email') && edits[op.unit]) rows.push({ id: op.opened, person_id, kind: op.unit.toUpperCase(), value: edits[op.unit] ?? '', allowed: op.allowed, today })
  await inChunks(rows, (json) => tx.$executeRaw`INSERT INTO contact_point (id, person_id, kind, value, allowed, source, from_day)
    SELECT v.id, v.person_id, v.kind::contact_point_kind, v.value, v.allowed, 'import', v.today
    FROM jsonb_to_recordset(${json}::jsonb) AS v(id uuid, person_id uuid, kind text, value text, allowed boolean, today date)`)
}

async function writeRecords(tx: Tx, plan: WritePlan): Promise<void> {
  const added = [...plan.addedRecords].map(([id, { personId, values }]) => ({ id, person_id: personId, values }))
  await inChunks(added, (json) => tx.$executeRaw`INSERT INTO deployment (id, person_id, mission, country, service, from_day, to_day)
    SELECT v.id, v.person_id, coalesce(v.values->>'mission', ''), coalesce(v.values->>'country', ''), coalesce(v.values->>'service', 'OTHER')::service,
      (v.values->>'deployedFrom')::date, (v.values->>'deployedTo')::date
    FROM jsonb_to_recordset(${json}::jsonb) AS v(id uuid, person_id uuid, values jsonb)`)
}
