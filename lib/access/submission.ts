import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** What an action answers: where to go, or a sentence to show where one is. */
export type Outcome = { redirectTo?: string; message?: string }

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * Two posts of one form at the same moment are one after the other from here, and the second finds the first's answer. Taken before anything
 * else is held: two that both hold their user's rights, and one of them about to end a right or a session, would wait for each other.
 */
export async function lockSubmission(tx: Tx, submission: FormDataEntryValue | null): Promise<void> {
  const id = String(submission)
  if (shape.test(id)) await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${id}, 0))) locked`
}

/**
 * The answer to the same form sent before, or null the first time. Called after the access check: it cannot be used to read.
 * An id that somebody else, or another action, has used answers nothing, and the whole is refused when it is to be remembered.
 */
export async function previousOutcome(tx: Tx, submission: FormDataEntryValue | null, action: string): Promise<Outcome | null> {
  const id = String(submission)
  if (!shape.test(id)) return null
  const found = await tx.submission.findFirst({ where: { id, action }, select: { outcome: true } })
  return found ? (found.outcome as Outcome) : null
}

export async function rememberOutcome(tx: Tx, submission: FormDataEntryValue | null, action: string, userId: string | null, outcome: Outcome): Promise<void> {
  const id = String(submission)
  if (!shape.test(id)) return
  await tx.submission.createMany({ data: [{ id, action, userId, outcome }] })
}
