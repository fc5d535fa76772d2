import { createHash, randomBytes } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import type pg from 'pg'

/** A live session of this user in the database, and the value of the cookie that opens it; the cookie holds for so many seconds. */
export async function makeSession(db: pg.Client, secret: string, email: string, seconds = 7200): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const made = await db.query(
    `INSERT INTO session (user_id, token_hash, device, expires_at, idle_expires_at, proved_at)
     SELECT id, $2, 'Chrome, Linux', now() + interval '2 hours', now() + interval '1 hour', now() + interval '1 hour' FROM app_user WHERE email = $1`,
    [email, createHash('sha256').update(token).digest()],
  )
  if (made.rowCount !== 1) throw new Error(`No user ${email}`)
  return encode({ token: { sid: token }, secret, maxAge: seconds })
}
