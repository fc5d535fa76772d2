import { sha256 } from '@/lib/platform/crypto/tokens'
import { addDays, type Day, diffDays, momentAt } from '@/lib/platform/day'
import type { PrismaClient } from '../generated/client'
import { RESOURCES, WISHES } from './competences'
import { lastName } from './names'
import type { DemoRelative, DemoVeteran } from './people'
import { type Random, randomFor } from './random'

type Change = { personId: string; on: Day; sql: string; value: string }

const PHONE = `UPDATE contact_point SET value = $2, version = version + 1 WHERE id = (SELECT id FROM contact_point WHERE person_id = $1::uuid AND kind = 'PHONE' ORDER BY id LIMIT 1)`
const WISH = 'UPDATE veteran_profile SET wishes = $2, version = version + 1 WHERE person_id = $1::uuid'
const RESOURCE = 'UPDATE veteran_profile SET resources = $2, version = version + 1 WHERE person_id = $1::uuid'
const NAME = 'UPDATE person SET last_name = $2, version = version + 1, updated_at = now() WHERE id = $1::uuid'

/**
 * The registration is not a change of today: what the triggers wrote while loading is dated back to the day it was true from. Then some of
 * what a coordinator corrects in two years, as real updates in her session, so that the history says who.
 */
export async function loadChanges(db: PrismaClient, today: Day, veterans: readonly DemoVeteran[], relatives: readonly DemoRelative[], userId: string): Promise<void> {
  await db.$executeRaw`UPDATE field_history h SET changed_at = coalesce(
      (SELECT a.from_day + interval '9 hours' FROM address a WHERE a.id = h.row_id), (SELECT a.from_day + interval '9 hours' FROM protected_address a WHERE a.id = h.row_id), p.created_at)
    FROM person p WHERE p.id = h.person_id`
  const draw = randomFor('changes')
  const token = draw.uuid()
  const expires = new Date(Date.now() + 600_000)
  const session = await db.session.create({ data: { userId, tokenHash: sha256(token), device: 'demo', expiresAt: expires, idleExpiresAt: expires } })
  for (const change of changes(draw, today, veterans, relatives)) await apply(db, change, token)
  await db.session.delete({ where: { id: session.id } })
}

async function apply(db: PrismaClient, change: Change, token: string): Promise<void> {
  const at = momentAt(change.on, 13, 20)
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('app.session', ${token}, true)`
    await tx.$executeRawUnsafe(change.sql, change.personId, change.value)
    // Inside a transaction now() stands still: exactly the rows the trigger has just written.
    await tx.$executeRaw`UPDATE field_history SET changed_at = ${at} WHERE person_id = ${change.personId}::uuid AND changed_at = now()`
    await tx.$executeRaw`UPDATE person SET updated_at = ${at} WHERE id = ${change.personId}::uuid`
  })
}

function changes(draw: Random, today: Day, veterans: readonly DemoVeteran[], relatives: readonly DemoRelative[]): Change[] {
  const known = draw.shuffled(veterans.filter((one) => !one.diedOn && !one.movedAwayOn && diffDays(one.registeredOn, today) > 120))
  const change = (sql: string, value: (one: DemoVeteran) => string) => (one: DemoVeteran): Change => ({ personId: one.id, on: someDay(draw, one.registeredOn, today), sql, value: value(one) })
  const married = draw.shuffled(relatives.filter((one) => one.kind === 'PARTNER' && diffDays(one.registeredOn, today) > 120)).slice(0, 5)
  return [
    ...known.filter((one) => one.phones.length > 0).slice(0, 26).map(change(PHONE, () => `+45${draw.pick(['20', '22', '28', '31', '53'])}00${String(draw.int(10_000)).padStart(4, '0')}`)),
    ...known.slice(26, 40).map(change(WISH, () => draw.pick(WISHES))),
    ...known.slice(36, 46).map(change(RESOURCE, () => draw.pick(RESOURCES))),
    // The register hears of a new name before we do: this year's file has it too.
    ...known.filter((one) => one.sex === 'F').slice(0, 3).map(change(NAME, (one) => (one.lastName = lastName(draw)))),
    ...married.map((one) => ({ personId: one.id, on: someDay(draw, one.registeredOn, today), sql: NAME, value: one.of.lastName })),
  ]
}

function someDay(draw: Random, from: Day, today: Day): Day {
  return addDays(from, draw.between(30, diffDays(from, today) - 2))
}
