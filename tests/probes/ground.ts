import type pg from 'pg'
import { freePort } from '@/scripts/database/embedded'
import { townClient } from '@/tests/support/database-server'
import { makeSession } from '@/tests/support/e2e/session-cookie'
import { startBuilt, stopBuilt } from '@/tests/support/e2e/web'
import { inParallel, type Sender, sender } from './http'
import { type Subject, subjects } from './people'
import { plantWorld, type World } from './world'
import { plantReferrals, speaksForOurs } from './world-ties'

export type Ground = {
  world: World
  db: pg.Client
  port: number
  address: string
  send: Sender
  /** Everything the web server has written about itself so far. */
  heard: () => string
  /** The cookie header of a subject, or nothing for nobody. */
  cookie: (subject: Subject) => Record<string, string>
  /** A session of its own, for what may end the one it is done in. */
  freshCookie: (subject: Subject) => Promise<Record<string, string>>
  freshSession: (subject: Subject) => Promise<{ cookie: Record<string, string>; session: string | null }>
  /** New sessions for everybody: the forms that were sent may have ended theirs. */
  renew: () => Promise<void>
  stop: () => Promise<void>
}

/** The built product on the demo municipality and the probes' own people, with a live session for everyone who asks. */
export async function breakGround(ownerUrl: string, environment: Record<string, string> = {}): Promise<Ground> {
  const { seedDemo } = await import('@/prisma/seed')
  await seedDemo(ownerUrl, () => {}, undefined, '.indgang/figure-register')
  const db = townClient(ownerUrl)
  await db.connect()
  // A server that is taken away while the probes still hold a connection must not hide what they found.
  db.on('error', () => {})
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  let said = ''
  try {
    const world = await plantWorld(db)
    await plantReferrals(db, world)
    await db.query(speaksForOurs(world))
    // A fault that has to be found: SQL that weakens the database before anything is asked (docs/figures.md says which were tried).
    if (process.env.PROBES_FAULT) await db.query(process.env.PROBES_FAULT)
    const web = await startBuilt(port, { NEXTAUTH_URL: address, PUBLIC_URL: address, JOBS: 'worker', LOG_LEVEL: 'info', TRUST_PROXY: 'true', ...environment }, true, (text) => void (said += text))
    const { send, close } = sender(port, 10)
    const open = async ({ email }: Subject) => (email ? { cookie: `indgang=${await makeSession(db, process.env.NEXTAUTH_SECRET ?? '', email)}` } : {}) as Record<string, string>
    // One at a time: the newest session of a user is the one just made.
    let before: Promise<unknown> = Promise.resolve()
    const freshSession = (subject: Subject) => {
      const made = before.then(async () => ({ cookie: await open(subject), session: subject.email ? String((await db.query('SELECT s.id FROM session s JOIN app_user u ON u.id = s.user_id WHERE u.email = $1 ORDER BY s.created_at DESC, s.id DESC LIMIT 1', [subject.email])).rows[0].id) : null }))
      before = made.catch(() => null)
      return made
    }
    const cookies = new Map<string, Record<string, string>>()
    const renew = async () => {
      for (const subject of subjects) cookies.set(subject.key, await open(subject))
    }
    await renew()
    return {
      world, db, port, address, send, heard: () => said, cookie: ({ key }) => cookies.get(key) ?? {}, freshCookie: open, freshSession, renew,
      async stop() {
        close()
        await stopBuilt(web)
        await db.end()
      },
    }
  } catch (error) {
    await db.end()
    throw error
  }
}

export { inParallel }
