import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { targets } from '@/tests/probes/people'
import type { World } from '@/tests/probes/world'

const users = ['coordinator', 'colleague', 'administrator'] as const

/** Rows that belong to a user, by whose they are: what is one's own and what is somebody else's are two cells. */
export async function plantOwned(db: pg.Client, world: World): Promise<Map<string, Map<string, string>>> {
  const one = async (sql: string, values: unknown[]) => String((await db.query(sql, values)).rows[0]?.id ?? '')
  const each = async (make: (user: string, key: string) => Promise<string>) => {
    const made = new Map<string, string>()
    for (const key of users) made.set(key, await make(world.users[key] ?? '', key))
    return made
  }
  const file = (kind: string, person: string | null, owner: string | null) =>
    one("INSERT INTO stored_file (person_id, owner_id, kind, mime, name, sha256, bytes) VALUES ($1, $2, $3, 'application/pdf', 'f.pdf', 'x', '\\x2a') RETURNING id", [person, owner, kind])
  const files = new Map<string, string>([['print', await file('print', null, null)], ['partnership', await file('partnership', null, null)], ['receipt', await one('SELECT file_id AS id FROM expense_receipt LIMIT 1', [])]])
  for (const [key, row] of world.rows.get('person_role') ?? []) for (const kind of ['letter', 'subject-export']) files.set(`${kind} of ${key}`, await file(kind, String(row.person_id), null).catch(() => randomUUID()))
  for (const key of ['coordinator', 'colleague']) files.set(`import of ${key}`, await file('import', null, world.users[key] ?? ''))
  const historyOf = new Map<string, string>()
  for (const [key, row] of world.rows.get('person_role') ?? []) for (const table of ['person', 'address', 'protected_address'])
    historyOf.set(`${table} of ${key}`, await one("INSERT INTO field_history (person_id, table_name, row_id, field, new_value) VALUES ($1, $2, $1, 'x', 'y') RETURNING id", [row.person_id, table]).catch(() => randomUUID()))
  const rowsOf = (table: string) => new Map([...(world.rows.get(table) ?? [])].map(([key, row]) => [key, String(row.id)]))
  // Where the caseworker is or was responsible, their own assignment and not the one of a colleague who is away.
  const assignments = rowsOf('assignment')
  for (const [key, row] of world.rows.get('person_role') ?? []) {
    const mine = await one('SELECT id FROM assignment WHERE person_id = $1 AND user_id = $2', [row.person_id, world.users.caseworker])
    if (mine) assignments.set(key, mine)
  }
  const proposals = new Map<string, string>()
  for (const key of ['coordinator', 'colleague']) proposals.set(key, await one("INSERT INTO right_proposal (user_id, role, reason, proposed_by) VALUES ($1, 'VOLUNTEER_LEAD', 'x', $2) RETURNING id", [world.users[key], world.users.administrator]))
  const redactions = new Map<string, string>()
  for (const [key, id] of rowsOf('subject_request')) if ((await db.query('SELECT 1 FROM subject_request WHERE id = $1', [id])).rowCount === 1)
    redactions.set(key, await one("INSERT INTO subject_redaction (request_id, tab, row_key, reason, struck_by) VALUES ($1, 'person', $1, 'x', $2) RETURNING id", [id, world.users.colleague]))
  // Made by the database of the level each was planted with. What was lifted nobody changes any more.
  const protections = new Map((await db.query<{ id: string; person_id: string }>('SELECT id, person_id FROM person_protection WHERE lifted_at IS NULL')).rows.flatMap(({ id, person_id }) => targets.filter((who) => who.id === person_id).map(({ key }) => [key, id] as const)))
  const unusual = new Map(['colleague', 'officer-kin', 'officer'].map((key, at) => [key, world.unusual[at] ?? '']))
  const verdicts = new Map<string, string>()
  for (const [key, lookup] of unusual) verdicts.set(key, await one("INSERT INTO unusual_verdict (lookup_id, outcome, note, decided_by) VALUES ($1, 'EXPLAINED', 'x', $2) RETURNING id", [lookup, world.users.manager]))
  const codes = rowsOf('reply_code').set('ordinary', await one('SELECT id FROM reply_code WHERE code_hash = sha256(convert_to($1, $2))', [world.codes.live, 'UTF8']))
  return new Map([
    ['assignment', assignments],
    ['reply_code', codes],
    ['field_history', historyOf],
    ['app_user', await each(async (user) => user)],
    ['role_grant', await each((user) => one("INSERT INTO role_grant (user_id, role, from_day, to_day) VALUES ($1, 'VOLUNTEER', '2020-01-01', '2020-12-31') RETURNING id", [user]))],
    ['clearance', await each((user) => one("INSERT INTO clearance (user_id, kind, from_day, to_day) VALUES ($1, 'SHIELDED', '2020-01-01', '2020-12-31') RETURNING id", [user]))],
    ['right_proposal', proposals],
    ['user_invitation', await each((user) => one("INSERT INTO user_invitation (user_id, token_hash, invited_by, expires_at) VALUES ($1, $2, $3, now() + interval '1 day') RETURNING id", [user, randomBytes(32), world.users.administrator]))],
    ['user_attestation', await each((user) => one("INSERT INTO user_attestation (user_id, attested_by, rights) VALUES ($1, $2, '{}') RETURNING id", [user, world.users.manager]))],
    ['subject_redaction', redactions],
    ['session', await each((user) => one("INSERT INTO session (user_id, token_hash, device, expires_at, idle_expires_at) VALUES ($1, $2, 'x', now() + interval '1 day', now() + interval '1 day') RETURNING id", [user, randomBytes(32)]))],
    ['calendar_feed', await each(async (user) => (await one('INSERT INTO calendar_feed (user_id, token_hash) VALUES ($1, $2) ON CONFLICT (user_id) DO UPDATE SET token_hash = excluded.token_hash RETURNING user_id AS id', [user, randomBytes(32)])))],
    ['case_view', await each((user) => one("INSERT INTO case_view (owner_id, name, search) VALUES ($1, 'x', 'queue=mine') RETURNING id", [user]))],
    ['standard_text', await each((user) => one("INSERT INTO standard_text (user_id, name, text, created_by) VALUES ($1, 'Prøve', 'Prøve', $1) RETURNING id", [user]))],
    ['person_search', await each((user) => one("INSERT INTO person_search (user_id, query) VALUES ($1, '\\x2a') RETURNING id", [user]))],
    ['submission', await each((user) => one("INSERT INTO submission (id, action, user_id, outcome) VALUES ($1, 'self', $2, '{}') RETURNING id", [randomUUID(), user]))],
    ['stored_file', files],
    ['person_protection', protections],
    ['unusual_lookup', unusual],
    ['unusual_verdict', verdicts],
  ])
}
