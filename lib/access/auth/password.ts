import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { callAccess } from '@/lib/platform/db'

// OWASP's first choice for Argon2id: 19 MiB, 2 passes, 1 lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

/** Whether this is the password behind the hash. */
export function isRightPassword(hashed: string, password: string): Promise<boolean> {
  return verify(hashed, password)
}

// Compared against when the user is unknown, so that the answer takes as long as for a known one.
let decoy: Promise<string> | undefined

/** The user's id when the password is right; null otherwise, after the same time for known and unknown addresses. */
export async function verifyPassword(email: string, password: string): Promise<string | null> {
  const [user] = await callAccess<{ id: string; password_hash: string }>('SELECT id, password_hash FROM access.credentials($1)', [email])
  // Awaited for known ones too: else the first unknown address after a start would take twice as long.
  const none = await (decoy ??= hashPassword('no such user'))
  const right = await verify(user?.password_hash ?? none, password)
  return user && right ? user.id : null
}
