import 'server-only'
import { READ_AT_ONCE } from '@/lib/imports/batches/writes'
import type { Values } from '@/lib/imports/kind'
import type { ParsedRow } from '@/lib/imports/values/rules'
import { blindIndex } from '@/lib/platform/crypto/sealed'
import type { Tx } from '@/lib/platform/db'
import { REGISTER } from '../kind'
import { keysOf, type Register, type RegisterPerson } from './register'

type Match = { matched: 'cpr' | 'key' | 'name'; match_key: string; found_id: string | null }
type Address = { id: string; protected: boolean } & Record<'careOf' | 'street' | 'number' | 'floor' | 'door' | 'postcode' | 'town', string | null>
type Point = { id: string; value: string; allowed: boolean }
type Row = {
  id: string; firstName: string; lastName: string; birthDate: string | null; digitalPost: string; protection: RegisterPerson['protection']; died: boolean; movedAway: boolean
  veteran: boolean; cprHash: string | null; externalId: string | null; externalKey: string | null; address: Address | null; phones: Point[] | null; emails: Point[] | null
  deployments: { id: string; mission: string; country: string; service: string; deployedFrom: string | null; deployedTo: string | null }[] | null
}

/**
 * Everybody the rows may be about, within the scope of the person the job works for (access.import_lookup). Two statements, and one more
 * for every few hundred people. `lock`: nobody else changes these people until the transaction ends.
 */
export async function readRegister(tx: Tx, rows: readonly ParsedRow[], lock = false): Promise<Register> {
  const hashes = new Map<string, string>()
  const hashOf = (cpr: string) => {
    const known = hashes.get(cpr) ?? Buffer.from(blindIndex(cpr)).toString('hex')
    hashes.set(cpr, known)
    return known
  }
  const matches = await findMatches(tx, rows, hashOf)
  const ids = [...new Set([...matches.values()].flat())].filter((id): id is string => id !== null)
  if (lock && ids.length > 0) await tx.$queryRaw`SELECT id FROM person WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const [clearance] = await tx.$queryRaw<{ cleared: boolean }[]>`SELECT access.may('person.read.protected-address') AND access.cleared('PROTECTED_ADDRESS') AS cleared`
  const people = await peopleOf(tx, ids)
  return { people, matches, hashOf, readsProtected: clearance?.cleared ?? false }
}

/** In one statement: what it may not tell is written in the log once. */
async function findMatches(tx: Tx, rows: readonly ParsedRow[], hashOf: Register['hashOf']): Promise<Map<string, (string | null)[]>> {
  const keys = [...new Set(rows.flatMap((row) => keysOf(row, { hashOf }, REGISTER.weakIdentity?.(row.values) ?? null).map(({ key }) => key)))]
  const of = (prefix: string) => keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))
  const names = of('name:').map((key) => [key.slice(0, key.lastIndexOf('|')), key.slice(key.lastIndexOf('|') + 1)] as const)
  const found = await tx.$queryRaw<Match[]>`
    SELECT matched, match_key, found_id::text FROM access.import_lookup(${REGISTER.code}, (SELECT coalesce(array_agg(decode(h, 'hex')), '{}') FROM unnest(${of('cpr:')}::text[]) h),
      ${of('key:')}::text[], ${names.map(([name]) => name)}::text[], ${names.map(([, birth]) => birth)}::date[])`
  const matches = new Map<string, (string | null)[]>()
  for (const { matched, match_key, found_id } of found) {
    const key = `${matched}:${match_key}`
    const known = matches.get(key) ?? []
    if (!known.includes(found_id)) matches.set(key, [...known, found_id])
  }
  return matches
}

/** The people as an import sees them, by id. */
export async function peopleOf(tx: Tx, ids: readonly string[]): Promise<Map<string, RegisterPerson>> {
  const people = new Map<string, RegisterPerson>()
  for (let at = 0; at < ids.length; at += READ_AT_ONCE) for (const row of await readPeople(tx, ids.slice(at, at + READ_AT_ONCE))) people.set(row.id, personOf(row))
  return people
}

/** People with everything an import may change. Current is what has not ended, the newest first, as for letters. */
async function readPeople(tx: Tx, ids: readonly string[]): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT p.id::text, p.first_name AS "firstName", p.last_name AS "lastName", p.birth_date::text AS "birthDate", p.digital_post::text AS "digitalPost",
      p.protection::text, p.died_on IS NOT NULL AS died,
      p.moved_away_on IS NOT NULL AND NOT coalesce(p.moved_in_on > p.moved_away_on, false) AS "movedAway",
      EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = p.id AND r.kind = 'VETERAN' AND r.to_day IS NULL) AS veteran,
      encode(c.keyed_hash, 'hex') AS "cprHash", k.id::text AS "externalKey", k.key AS "externalId", a.address, t.phones, t.emails, d.deployments
    FROM person p
    LEFT JOIN person_cpr c ON c.person_id = p.id
    LEFT JOIN LATERAL (SELECT e.id, e.key FROM external_key e WHERE e.person_id = p.id AND e.register = ${REGISTER.code} ORDER BY e.id LIMIT 1) k ON true
    LEFT JOIN LATERAL (SELECT jsonb_build_object('id', q.id, 'protected', q.hidden, 'careOf', q.care_of, 'street', q.street, 'number', q.number, 'floor', q.floor,
        'door', q.door, 'postcode', q.postcode, 'town', q.town) AS address
      FROM (SELECT id, false AS hidden, care_of, street, number, floor, door, postcode, town, from_day FROM address WHERE person_id = p.id AND to_day IS NULL
        UNION ALL SELECT id, true, care_of, street, number, floor, door, postcode, town, from_day FROM protected_address WHERE person_id = p.id AND to_day IS NULL) q
      ORDER BY q.from_day DESC NULLS LAST, q.id DESC LIMIT 1) a ON true
    LEFT JOIN LATERAL (SELECT
        jsonb_agg(jsonb_build_object('id', x.id, 'value', x.value, 'allowed', x.allowed) ORDER BY x.from_day DESC NULLS LAST, x.id DESC) FILTER (WHERE x.kind = 'PHONE') AS phones,
        jsonb_agg(jsonb_build_object('id', x.id, 'value', x.value, 'allowed', x.allowed) ORDER BY x.from_day DESC NULLS LAST, x.id DESC) FILTER (WHERE x.kind = 'EMAIL') AS emails
      FROM contact_point x WHERE x.person_id = p.id AND x.to_day IS NULL) t ON true
    LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('id', y.id, 'mission', y.mission, 'country', y.country, 'service', y.service, 'deployedFrom', y.from_day,
        'deployedTo', y.to_day) ORDER BY y.from_day NULLS FIRST, y.id) AS deployments FROM deployment y WHERE y.person_id = p.id) d ON true
    WHERE p.id = ANY (${[...ids]}::uuid[])`
}

function personOf(row: Row): RegisterPerson {
  const { address, phones, emails } = row
  const { id: _id, protected: _protected, ...parts } = address ?? { id: '', protected: false }
  const values = filled({
    firstName: row.firstName, lastName: row.lastName, birthDate: row.birthDate, externalId: row.externalId, digitalPost: row.digitalPost === 'UNKNOWN' ? null : row.digitalPost,
    // A shielded person is more than protected: a list never says anything about that.
    protectedAddress: row.protection === 'P0' ? 'no' : 'yes', role: row.veteran ? 'yes' : null, phone: phones?.[0]?.value ?? null, email: emails?.[0]?.value ?? null, ...parts,
  })
  const records = (row.deployments ?? []).map(({ id, ...deployment }) => ({ id, values: filled(deployment) }))
  const places = { address: address && { id: address.id, protected: address.protected }, phones: phones ?? [], emails: emails ?? [], externalKey: row.externalKey, cprHash: row.cprHash }
  return { personId: row.id, values, records, protection: row.protection, died: row.died, movedAway: row.movedAway, places }
}

/** Nothing and an empty text are the same to an import: not said. */
function filled(values: Record<string, string | null>): Values {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== ''))
}
