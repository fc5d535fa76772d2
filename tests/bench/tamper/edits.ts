import { randomUUID } from 'node:crypto'
import { bodyHash, FIRST_PREVIOUS, macOf, pruneMac } from '@/lib/audit/seals/rules'
import { allSeals, eventsIn, writePrune } from '@/lib/audit/seals/sql'
import { auditKey } from '@/lib/platform/crypto/sealed'
import type { Tx } from '@/lib/platform/db'
import type { Random } from '@/tests/support/random'

/** Somebody who owns the database changes the log. Each returns how many rows it touched: an edit that did nothing proves nothing. */
type Edit = (tx: Tx, random: Random) => Promise<number>

async function someSeq(tx: Tx, random: Random): Promise<number> {
  const [row] = await tx.$queryRaw<{ seq: number }[]>`SELECT seq::float8 AS seq FROM audit_event ORDER BY seq OFFSET ${random.int(1_000_000)} % (SELECT count(*) FROM audit_event) LIMIT 1`
  return row?.seq ?? 0
}

const column = (set: string): Edit => async (tx, random) => tx.$executeRawUnsafe(`UPDATE audit_event SET ${set} WHERE seq = ${await someSeq(tx, random)}`)
const aSubject = async (tx: Tx, random: Random) => {
  const rows = await tx.$queryRaw<{ event_id: string; person_id: string }[]>`SELECT event_id::text, person_id::text FROM audit_subject ORDER BY event_id, person_id`
  return random.pick(rows)
}

async function dropTail(tx: Tx, random: Random): Promise<number> {
  const [{ no } = { no: 1 }] = await tx.$queryRaw<{ no: number }[]>`SELECT max(no)::float8 AS no FROM audit_seal`
  const from = Math.max(1, no - random.int(10))
  await tx.$executeRaw`DELETE FROM audit_subject WHERE event_id IN (SELECT e.id FROM audit_event e JOIN audit_seal s ON e.seq <@ s.ranges::int8multirange WHERE s.no >= ${from}::bigint)`
  await tx.$executeRaw`DELETE FROM audit_event e USING audit_seal s WHERE e.seq <@ s.ranges::int8multirange AND s.no >= ${from}::bigint`
  return tx.$executeRaw`DELETE FROM audit_seal WHERE no >= ${from}::bigint`
}

/** Every seal made anew over what is left, with or without the stolen key. */
const rewrite = (stolen: boolean): Edit => async (tx, random) => {
  const seq = await someSeq(tx, random)
  const changed = await tx.$executeRaw`UPDATE audit_event SET purpose = coalesce(purpose, '') || ' (rettet)' WHERE seq = ${seq}::bigint`
  let previous = FIRST_PREVIOUS
  for (const seal of await allSeals(tx)) {
    const body = bodyHash()
    for await (const event of eventsIn(tx, seal.ranges)) body.add(event.line)
    const unsigned = { ...seal, body: body.end(), previous }
    const mac = macOf(stolen ? auditKey() : Buffer.from('a guess'), unsigned)
    await tx.$executeRaw`UPDATE audit_seal SET body = decode(${unsigned.body}, 'hex'), previous = decode(${previous}, 'hex'), mac = decode(${mac}, 'hex') WHERE no = ${seal.no}::bigint`
    previous = mac
  }
  return changed
}

/** The old end cut off as the product does it when a period is over, though it is not. */
const prune = (stolen: boolean): Edit => async (tx, random) => {
  const seal = random.pick((await allSeals(tx)).slice(0, 20))
  await tx.$executeRaw`DELETE FROM audit_subject WHERE event_id IN (SELECT e.id FROM audit_event e JOIN audit_seal s ON e.seq <@ s.ranges::int8multirange WHERE s.no <= ${seal.no}::bigint)`
  const events = await tx.$executeRaw`DELETE FROM audit_event e USING audit_seal s WHERE e.seq <@ s.ranges::int8multirange AND s.no <= ${seal.no}::bigint`
  const unsigned = { no: 1, prunedAt: new Date(Date.parse(seal.sealedAt) + 300 * 86_400_000).toISOString(), through: seal.no, seal: seal.mac, events, run: randomUUID(), previous: FIRST_PREVIOUS }
  await writePrune(tx, { ...unsigned, mac: pruneMac(stolen ? auditKey() : Buffer.from('a guess'), unsigned) })
  return events
}

export const edits: Record<string, Edit> = {
  'another action': column("action = action || 'x'"),
  'another kind': column("kind = CASE kind WHEN 'VIEW' THEN 'LIST'::audit_kind ELSE 'VIEW' END"),
  'another actor': column('actor_user_id = gen_random_uuid()'),
  'no actor': column('actor_user_id = NULL, role = NULL'),
  'another session': column('session_id = gen_random_uuid()'),
  'another person': column('person_id = gen_random_uuid()'),
  'another purpose': column("purpose = coalesce(purpose, '') || '.'"),
  'another route': column("route = '/'"),
  'other details': column("details = coalesce(details, '{}') || '{\"rows\": 99}'"),
  'a second later': column("at = at + interval '1 microsecond'"),
  'another number': column('seq = (SELECT max(seq) + 1 FROM audit_event)'),
  'another id': async (tx, random) => {
    const [row] = await tx.$queryRaw<{ seq: number }[]>`SELECT seq::float8 AS seq FROM audit_event e WHERE NOT EXISTS (SELECT 1 FROM audit_subject s WHERE s.event_id = e.id) ORDER BY seq OFFSET ${random.int(50)} LIMIT 1`
    return tx.$executeRaw`UPDATE audit_event SET id = gen_random_uuid() WHERE seq = ${row?.seq ?? 0}::bigint`
  },
  'deleted': async (tx, random) => {
    const seq = await someSeq(tx, random)
    await tx.$executeRaw`DELETE FROM audit_subject WHERE event_id = (SELECT id FROM audit_event WHERE seq = ${seq}::bigint)`
    return tx.$executeRaw`DELETE FROM audit_event WHERE seq = ${seq}::bigint`
  },
  'put in': (tx, random) => tx.$executeRaw`INSERT INTO audit_event (at, kind, action) VALUES (timestamptz '2026-03-28 12:00Z' + make_interval(hours => ${random.int(48)}::int), 'VIEW', 'person.viewed')`,
  'swapped': async (tx, random) => {
    const [one, two] = [await someSeq(tx, random), await someSeq(tx, random)]
    if (one === two) return column("action = action || 'x'")(tx, random)
    await tx.$executeRaw`UPDATE audit_event SET seq = -1 WHERE seq = ${one}::bigint`
    await tx.$executeRaw`UPDATE audit_event SET seq = ${one}::bigint WHERE seq = ${two}::bigint`
    return tx.$executeRaw`UPDATE audit_event SET seq = ${two}::bigint WHERE seq = -1`
  },
  'another subject': async (tx, random) => {
    const { event_id, person_id } = await aSubject(tx, random)
    return tx.$executeRaw`UPDATE audit_subject SET person_id = gen_random_uuid() WHERE event_id = ${event_id}::uuid AND person_id = ${person_id}::uuid`
  },
  'a subject less': async (tx, random) => {
    const { event_id, person_id } = await aSubject(tx, random)
    return tx.$executeRaw`DELETE FROM audit_subject WHERE event_id = ${event_id}::uuid AND person_id = ${person_id}::uuid`
  },
  'a subject more': async (tx, random) => tx.$executeRaw`INSERT INTO audit_subject (event_id, person_id) VALUES (${(await aSubject(tx, random)).event_id}::uuid, gen_random_uuid())`,
  'a seal deleted': (tx, random) => tx.$executeRaw`DELETE FROM audit_seal WHERE no = ${1 + random.int(20)}::bigint`,
  'a seal deleted and the rest renumbered': async (tx, random) => {
    const no = 1 + random.int(20)
    await tx.$executeRaw`DELETE FROM audit_seal WHERE no = ${no}::bigint`
    await tx.$executeRaw`UPDATE audit_seal SET no = -no WHERE no > ${no}::bigint`
    return tx.$executeRaw`UPDATE audit_seal SET no = -no - 1 WHERE no < 0`
  },
  'a seal that covers less': (tx, random) => tx.$executeRaw`UPDATE audit_seal SET ranges = '{}', events = 0 WHERE no = ${1 + random.int(20)}::bigint`,
  'the tail cut': dropTail,
  'everything cut': async (tx) => {
    await tx.$executeRaw`DELETE FROM audit_subject`
    await tx.$executeRaw`DELETE FROM audit_event`
    return tx.$executeRaw`DELETE FROM audit_seal`
  },
  'pruned without the key': prune(false),
  'pruned with the key': prune(true),
  'rewritten without the key': rewrite(false),
  'rewritten with the key': rewrite(true),
}
