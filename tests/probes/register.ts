import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Register } from './prepared'
import { plantWorld } from './world'

/** The demo municipality with the probes' own people, without a server in front of it. */
export async function registerOf(ownerUrl: string): Promise<Register & { stop: () => Promise<void> }> {
  const { seedDemo } = await import('@/prisma/seed')
  await seedDemo(ownerUrl, () => {}, undefined, '.indgang/figure-register')
  const db = new pg.Client({ connectionString: ownerUrl })
  await db.connect()
  db.on('error', () => {})
  return {
    db, world: await plantWorld(db),
    async freshCookie({ email }): Promise<Record<string, string>> {
      if (!email) return {}
      const token = randomBytes(32).toString('base64url')
      await db.query("INSERT INTO session (user_id, token_hash, device, expires_at, idle_expires_at, proved_at) SELECT id, $2, 'x', now() + interval '2 hours', now() + interval '2 hours', now() + interval '2 hours' FROM app_user WHERE email = $1", [email, createHash('sha256').update(token).digest()])
      return { token }
    },
    async stop() {
      await db.end()
      await (await import('@/lib/platform/db')).closeDatabase()
    },
  }
}
