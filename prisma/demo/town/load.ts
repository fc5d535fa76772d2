import { blindIndex, seal } from '@/lib/platform/crypto/sealed'
import type { Day } from '@/lib/platform/day'
import type { Prisma, PrismaClient } from '../../generated/client'
import { replacementNumbers } from '../cpr'
import { methodVersions } from '../methods'
import { randomFor } from '../random'
import type { DemoStaff } from '../users'
import { bytes, plant } from './plant'
import { assignmentRows, caseRows, contactRows, moveRows, stateRows, weightRows } from './rows'
import { emailOf, HEADS, languagesOf, type Worker } from './staff'
import { makeTown, type Town } from './town'
import { planRows, taskRows } from './work'
import { progressRows } from './measures'
import type { Citizen } from './citizens'

/** Cases of the whole municipality, those of the veterans among them. */
export const CASES = 4_000
const SINCE = '2024-01-01'
/** Open cases a unit means for one of its caseworkers: some are above it, most are not. */
const LIMIT = 45

/** The rest of the municipality: forty caseworkers, their cases in all eight methods, and two years of what was written. Beside what the smaller demo holds, which stays as it is. `many`: cases in all. */
export async function loadTown(db: PrismaClient, today: Day, staff: DemoStaff, taken: ReadonlySet<string>, many: number = CASES): Promise<void> {
  const units = Object.fromEntries((await db.unit.findMany({ select: { id: true, code: true } })).map(({ id, code }) => [code, id]))
  const regular: Worker = { id: staff.caseworker, email: 'sagsbehandler@demo.invalid', name: 'Jonas Lindholm', title: 'Sagsbehandler', unit: 'jobcenter', phone: '', voice: 'plain', main: 'gps', speaks: [], cleared: false, weight: 1 }
  const town = makeTown(today, many - (await db.caseFile.count()), untaken(taken), regular)
  const versions = await methodVersions(db)
  const ids = { units, versions }
  await db.$transaction(async (tx) => {
    // Plans made while the tables were nearly empty read them from end to end for every row that is judged.
    await tx.$executeRaw`SELECT set_config('enable_seqscan', 'off', true)`
    await tx.$executeRaw`DISCARD PLANS`
    await loadStaff(tx, town, units, staff)
    await loadCitizens(tx, town.citizens)
    await plant(tx, 'case_file', caseRows(town, ids))
    await plant(tx, 'assignment', assignmentRows(town))
    await plant(tx, 'case_weight', weightRows(town))
    const [opened, later] = stateRows(town)
    // A closed case does not move: what happened in the method stands before its end.
    await plant(tx, 'case_state', opened)
    await unjudged(tx, () => plant(tx, 'case_move', moveRows(town, ids)))
    await plant(tx, 'case_state', later)
    const { contacts, notes } = contactRows(town)
    await unjudged(tx, async () => {
      await plant(tx, 'contact', contacts)
      await plant(tx, 'contact_note', notes)
    })
    for (const [table, rows] of Object.entries(planRows(town))) await plant(tx, table, rows)
    await unjudged(tx, async () => { for (const [table, rows] of Object.entries(progressRows(town, today))) await plant(tx, table, rows) })
    await plant(tx, 'task', taskRows(town, today, ids))
    // A task’s story is written by the database as it happens: here it is dated back to when it would have.
    await tx.$executeRaw`UPDATE task_event e SET at = t.created_at, by_user = t.created_by FROM task t WHERE t.id = e.task_id AND e.kind = 'made' AND e.at = now()`
    await tx.$executeRaw`INSERT INTO task_event (task_id, person_id, kind, due_on, owner_id, unit_id, by_user, at) SELECT id, person_id, state, due_on, owner_id, unit_id, closed_by, closed_at FROM task t WHERE state <> 'open' AND NOT EXISTS (SELECT 1 FROM task_event e WHERE e.task_id = t.id AND e.kind <> 'made')`
  }, { timeout: 300_000 })
  await db.$executeRawUnsafe('ANALYZE')
}

/**
 * Without the triggers and keys that judge row by row what is written one at a time: two hundred thousand rows of them would make a newcomer wait. None of them writes anything for a new
 * row of these tables; what they would have refused, the test of the demo looks for in all rows at once.
 */
async function unjudged(tx: Prisma.TransactionClient, run: () => Promise<void>): Promise<void> {
  await tx.$executeRaw`SELECT set_config('session_replication_role', 'replica', true)`
  await run()
  await tx.$executeRaw`SELECT set_config('session_replication_role', 'origin', true)`
}

/** Replacement numbers nobody of the smaller demo has. */
function untaken(taken: ReadonlySet<string>) {
  const numbers = replacementNumbers()
  return (birth: Day) => {
    let number = numbers(birth)
    while (taken.has(number)) number = numbers(birth)
    return number
  }
}

/** Named and with roles; the heads of the units sign in as the others of the demo do. */
async function loadStaff(tx: Prisma.TransactionClient, { workers }: Town, units: Record<string, string>, staff: DemoStaff): Promise<void> {
  const { passwordHash } = await tx.user.findUniqueOrThrow({ where: { id: staff.manager }, select: { passwordHash: true } })
  const draw = randomFor('town heads')
  const heads = HEADS.map(([name, title, unit], at) => ({ id: draw.uuid(), email: emailOf(name), name, title, unitId: units[unit], phone: `89 00 01 ${90 + at}`, passwordHash }))
  await tx.user.createMany({ data: [...workers.map(({ id, email, name, title, unit, phone, speaks }) => ({ id, email, name, title, phone, unitId: units[unit], languages: languagesOf(speaks) })), ...heads] })
  const fromDay = new Date(SINCE)
  await tx.roleGrant.createMany({ data: [...workers.map(({ id }) => ({ userId: id, role: 'CASEWORKER' as const, fromDay })), ...heads.map(({ id }) => ({ userId: id, role: 'MANAGER' as const, fromDay }))] })
  await tx.unit.updateMany({ where: { id: { in: [...new Set(workers.map(({ unit }) => units[unit]!))] } }, data: { caseLimit: LIMIT } })
  await tx.clearance.createMany({ data: workers.filter(({ cleared }) => cleared).flatMap(({ id }) => (['PROTECTED_ADDRESS', 'SHIELDED'] as const).map((kind) => ({ userId: id, kind, fromDay }))) })
}

/**
 * Those whose address is open come as a register would bring them, without the history of how each value was typed; nothing of what the triggers of these tables do applies to somebody new
 * without protection or relations. Those who are protected go in as anybody does, and the database finds their grounds and moves their address.
 */
async function loadCitizens(tx: Prisma.TransactionClient, citizens: readonly Citizen[]): Promise<void> {
  await unjudged(tx, () => rowsOf(tx, citizens.filter(({ protection }) => protection === 'P0')))
  const hidden = citizens.filter(({ protection }) => protection !== 'P0')
  await rowsOf(tx, hidden)
  const ids = hidden.map(({ id }) => id)
  await tx.$executeRaw`UPDATE person_protection g SET from_day = p.registered_on, noted_at = p.created_at FROM person p WHERE p.id = g.person_id AND p.id = ANY(${ids}::uuid[])`
  await tx.$executeRaw`UPDATE field_history h SET changed_at = p.created_at FROM person p WHERE p.id = h.person_id AND p.id = ANY(${ids}::uuid[])`
}

async function rowsOf(tx: Prisma.TransactionClient, citizens: readonly Citizen[]): Promise<void> {
  const at = (day: Day) => `${day}T09:10:00+01:00`
  const ids = randomFor(`town rows ${citizens.length}`)
  await plant(tx, 'person', citizens.map((one) => ({
    id: one.id, first_name: one.firstName, last_name: one.lastName, birth_date: one.birth, language: one.language, interpreter_needed: one.interpreterNeeded, large_print: one.largePrint, sign_language: one.signLanguage, communication_note: one.communicationNote, digital_post: one.digitalPost,
    protection: one.protection, shielded: one.protection === 'P3', protection_source: one.protection === 'P0' ? null : one.protection === 'P3' ? 'local' : 'cpr', registered_on: one.registeredOn, moved_in_on: one.movedInOn, source: one.source, created_at: at(one.registeredOn), updated_at: at(one.registeredOn), version: 1,
  })))
  await plant(tx, 'person_role', citizens.map((one) => ({ id: ids.uuid(), person_id: one.id, kind: one.abroad ? 'REFUGEE' : 'JOBCENTRE_CLIENT', from_day: one.registeredOn })))
  await plant(tx, 'person_cpr', citizens.flatMap(({ id, cpr }) => (cpr ? [{ person_id: id, kind: 'REPLACEMENT', cipher: bytes(seal(cpr)), keyed_hash: bytes(blindIndex(cpr)), birth_part: cpr.slice(0, 6) }] : [])))
  await plant(tx, 'address', citizens.flatMap((one) => one.homes.map((home) => ({ id: ids.uuid(), person_id: one.id, street: home.street, number: home.number, floor: home.floor, door: home.door, postcode: home.postcode, town: home.town, source: one.source, from_day: home.fromDay, to_day: home.toDay, version: 1 }))))
  const point = (one: Citizen, kind: 'PHONE' | 'EMAIL') => (kind === 'PHONE' ? one.phones : one.emails).map(({ value, allowed, fromDay }) => ({ id: ids.uuid(), person_id: one.id, kind, value, allowed, source: one.source, from_day: fromDay, version: 1 }))
  await plant(tx, 'contact_point', citizens.flatMap((one) => [...point(one, 'PHONE'), ...point(one, 'EMAIL')]))
}
