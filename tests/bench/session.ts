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
    const token = randomBytes(32).toString('base64url')
    const email = `bench-${randomBytes(4).toString('hex')}@test.invalid`
    const user = (await client.query("INSERT INTO app_user (email, name) VALUES ($1, 'Bench') RETURNING id", [email])).rows[0].id as string
    await client.query("INSERT INTO role_grant (user_id, role, from_day) VALUES ($1, $2::role, '2020-01-01')", [user, role])
    const session = await client.query(
      "INSERT INTO session (user_id, token_hash, device, expires_at, idle_expires_at, proved_at) VALUES ($1, $2, 'bench', now() + interval '2 hours', now() + interval '2 hours', now() + interval '2 hours') RETURNING id",
      [user, createHash('sha256').update(token).digest()],
    )
    const cookie = `indgang=${await encode({ token: { sid: token }, secret: process.env.NEXTAUTH_SECRET ?? '', maxAge: 7200 })}`
    return { cookie, actor: { userId: user, sessionId: session.rows[0].id, token, name: 'Bench', email, title: null, locale: 'da', unitId: null, roles: [role], clearances: [] } }
  } finally {
    await client.end()
  }
}
