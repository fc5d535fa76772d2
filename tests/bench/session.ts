import { createHash, randomBytes } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import type { RoleName } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'

/** A member of staff of this role with a live session in the database at `ownerUrl`, and the cookie that opens the web server. */
export async function benchActor(ownerUrl: string, role: RoleName): Promise<{ actor: Actor; cookie: string }> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const email = `bench-${randomBytes(4).toString('hex')}@test.invalid`
    const user = (await client.query("INSERT INTO app_user (email, name) VALUES ($1, 'Bench') RETURNING id", [email])).rows[0].id as string
    await client.query("INSERT INTO role_grant (user_id, role, from_day) VALUES ($1, $2::role, '2020-01-01')", [user, role])
    const actor = await signedIn(client, user)
    return { cookie: `indgang=${await encode({ token: { sid: actor.token }, secret: process.env.NEXTAUTH_SECRET ?? '', maxAge: 7200 })}`, actor }
  } finally {
    await client.end()
  }
}

/** Somebody who is in the database already, with a live session of their own. */
export async function signedIn(client: pg.Client, userId: string): Promise<Actor> {
  const token = randomBytes(32).toString('base64url')
  const [user] = (await client.query(`SELECT u.name, u.email, u.unit_id AS unit, ARRAY(SELECT DISTINCT g.role::text FROM role_grant g WHERE g.user_id = u.id AND g.from_day <= current_date AND (g.to_day IS NULL OR g.to_day >= current_date)) AS roles,
    ARRAY(SELECT DISTINCT c.kind::text FROM clearance c WHERE c.user_id = u.id AND c.from_day <= current_date AND (c.to_day IS NULL OR c.to_day >= current_date)) AS clearances FROM app_user u WHERE u.id = $1`, [userId])).rows
  const session = await client.query(
    "INSERT INTO session (user_id, token_hash, device, expires_at, idle_expires_at, proved_at) VALUES ($1, $2, 'bench', now() + interval '2 hours', now() + interval '2 hours', now() + interval '2 hours') RETURNING id",
    [userId, createHash('sha256').update(token).digest()],
  )
  return { userId, sessionId: session.rows[0].id, token, name: user.name, email: user.email, title: null, locale: 'da', unitId: user.unit, roles: user.roles, clearances: user.clearances }
}
