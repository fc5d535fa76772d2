import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { subjects, target } from '@/tests/probes/people'
import type { World } from '@/tests/probes/world'

/** Somebody a transaction works for, as the database knows them: its role, and what is set for the session and the reply code. */
export type Asker = { key: string; role: 'indgang_app' | 'indgang_public' | 'indgang_worker' | 'indgang_web'; session: string; code: string; user: string | null; /** Said as the owner before they ask, and forgotten afterwards. */ first?: string }

/** Coordinators whose way in has ended or not begun: by what is wrong. They reach nothing. */
export const shutOut = ['revoked session', 'session over', 'idle too long', 'disabled', 'role to come'] as const
/** Coordinators with both clearances, over since yesterday or from tomorrow: as good as none. */
export const unclearedBy = ['clearance over', 'clearance to come'] as const

const sha = (text: string) => createHash('sha256').update(text).digest()

async function session(db: pg.Client, userId: string, change = ''): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await db.query("INSERT INTO session (user_id, token_hash, device, expires_at, idle_expires_at, proved_at) VALUES ($1, $2, 'Chrome, Linux', now() + interval '20 hours', now() + interval '20 hours', '-infinity')", [userId, sha(token)])
  if (change) await db.query(`UPDATE session SET ${change} WHERE token_hash = $1`, [sha(token)])
  return token
}

async function coordinator(db: pg.Client, name: string, from = "'2024-01-01'"): Promise<string> {
  const { rows } = await db.query<{ id: string }>("INSERT INTO app_user (email, name) VALUES ($1, 'Prøve Bruger') RETURNING id", [`${name.replaceAll(' ', '-')}@probe.invalid`])
  await db.query(`INSERT INTO role_grant (user_id, role, from_day) VALUES ($1, 'VETERAN_COORDINATOR', ${from})`, [rows[0]?.id])
  return rows[0]?.id ?? ''
}

/** Everybody the database is asked by: the subjects of the probes, those who are shut out, citizens with a code, and the worker. */
export async function openAskers(db: pg.Client, world: World): Promise<Asker[]> {
  const staff = (key: string, user: string | null, token: string): Asker => ({ key, role: 'indgang_app', session: token, code: '', user })
  const askers: Asker[] = []
  // One has just said who they are, and one some minutes too long ago; of the others nothing is known.
  const proofs: Record<string, string> = { uncleared: "proved_at = now() + interval '2 hours'", coordinator: "proved_at = now() - interval '6 minutes'" }
  for (const { key, email } of subjects) {
    const user = email ? (await db.query<{ id: string }>('SELECT id FROM app_user WHERE email = $1', [email])).rows[0]?.id ?? '' : null
    askers.push(staff(key, user, user ? await session(db, user, proofs[key]) : ''))
  }
  const changes: Record<(typeof shutOut)[number], string> = { 'revoked session': 'revoked_at = now()', 'session over': "expires_at = now() - interval '1 second'", 'idle too long': "idle_expires_at = now() - interval '1 second'", disabled: '', 'role to come': '' }
  for (const key of shutOut) {
    const user = await coordinator(db, key, key === 'role to come' ? 'current_date + 1' : undefined)
    askers.push(staff(key, user, await session(db, user, changes[key])))
    // Closing a user ends everything at once. Taken back here, so that each of the things that end is seen to be asked for by itself.
    if (key === 'disabled') for (const change of ['app_user SET active = false WHERE id', 'role_grant SET to_day = NULL WHERE user_id', 'session SET revoked_at = NULL WHERE user_id']) await db.query(`UPDATE ${change} = $1`, [user])
  }
  askers.push(await reader(db))
  for (const key of unclearedBy) {
    const user = await coordinator(db, key)
    const [from, to] = key === 'clearance over' ? ["'2024-01-01'", 'current_date - 1'] : ['current_date + 1', 'NULL']
    await db.query(`INSERT INTO clearance (user_id, kind, from_day, to_day) SELECT $1, unnest(ARRAY['PROTECTED_ADDRESS', 'SHIELDED']::clearance_kind[]), ${from}, ${to}`, [user])
    askers.push(staff(key, user, await session(db, user)))
  }
  const visitor = (key: string, code: string): Asker => ({ key, role: 'indgang_public', session: '', code, user: null })
  askers.push(visitor('visitor', ''), visitor('citizen', world.codes.live), visitor('citizen, code over', world.codes.expired), visitor('citizen, code revoked', world.codes.revoked), visitor('citizen, died', await codeOfTheDead(db, world)))
  askers.push({ key: 'worker', role: 'indgang_worker', session: '', code: '', user: null })
  // The login of the web server before it works for anybody: it signs people in, and reads no table.
  askers.push({ key: 'sign-in', role: 'indgang_web', session: '', code: '', user: null })
  return askers
}

/**
 * Somebody who may open the one person they are responsible for and nothing else. No role of the matrix is like that; without one, a policy
 * that forgot its permission would hide behind the person nobody else sees.
 */
async function reader(db: pg.Client): Promise<Asker> {
  const { rows } = await db.query<{ id: string }>("INSERT INTO app_user (email, name) VALUES ('reader@probe.invalid', 'Prøve Bruger') RETURNING id")
  const user = rows[0]?.id ?? ''
  await db.query("INSERT INTO role_grant (user_id, role, from_day) VALUES ($1, 'ASSOCIATION_REPRESENTATIVE', '2024-01-01')", [user])
  await db.query("INSERT INTO assignment (user_id, person_id, reason, from_day) VALUES ($1, $2, 'responsible', '2025-01-01')", [user, target('assigned').id])
  return { key: 'reader', role: 'indgang_app', session: await session(db, user), code: '', user, first: "INSERT INTO access.policy (role, action, scope) VALUES ('ASSOCIATION_REPRESENTATIVE', 'person.read', 'assigned') ON CONFLICT DO NOTHING" }
}

async function codeOfTheDead(db: pg.Client, world: World): Promise<string> {
  const { rows } = await db.query<{ id: string }>("INSERT INTO person (first_name, last_name, registered_on, source, digital_post, died_on, updated_at) VALUES ('Død', 'Prøve', '2020-01-01', 'test', 'EXEMPT', '2026-01-01', now()) RETURNING id")
  const code = 'DEADDEADDEADDEAD'
  await db.query("INSERT INTO reply_code (person_id, letter_id, code_hash, expires_at) VALUES ($1, $2, $3, now() + interval '9 days')", [rows[0]?.id, world.rows.get('letter')?.get('second')?.id, sha(code)])
  return code
}

/** Ties the probes do without: of kinds that are no family. */
export async function plantMoreTies(db: pg.Client): Promise<void> {
  const tie = (from: string, to: string, kind: string) => db.query('INSERT INTO relation (person_id, related_person_id, kind) VALUES ($1, $2, $3::relation_kind)', [target(from).id, target(to).id, kind])
  await tie('own', 'second', 'FRIEND')
  await tie('second', 'own', 'COLLEAGUE')
  // What ends later still holds today.
  await db.query("UPDATE role_grant SET to_day = current_date + 30 WHERE user_id = (SELECT id FROM app_user WHERE email = 'kollega@demo.invalid')")
  await db.query("UPDATE clearance SET to_day = current_date + 30 WHERE user_id = (SELECT id FROM app_user WHERE email = 'kollega@demo.invalid') AND to_day IS NULL")
  await db.query('UPDATE assignment SET to_day = current_date + 30 WHERE person_id = $1 AND to_day IS NULL', [target('assigned').id])
  // And what begins later does not hold yet.
  await db.query("INSERT INTO assignment (user_id, person_id, reason, from_day) SELECT id, $1, 'responsible', current_date + 1 FROM app_user WHERE email = 'kollega@demo.invalid'", [target('explained').id])
}
