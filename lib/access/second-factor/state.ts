import 'server-only'
import { randomBytes } from 'node:crypto'
import { now } from '@/lib/platform/clock'
import { blindIndex, seal, unseal } from '@/lib/platform/crypto/sealed'
import { newReplyCode, readReplyCode } from '@/lib/platform/crypto/tokens'
import { callAccess } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log/log'
import { withinLimit } from '../rate-limit'
import { Refused } from '../refused'
import { stepOfCode } from './totp'

/** What the holder of a session has to show; `waits`: the session opens nothing before it was shown. */
export type Factor = { userId: string; waits: boolean; name: string; email: string; federated: boolean; passwordHash: string | null; secret: Uint8Array | null; confirmed: boolean; codesLeft: number; provedAt: Date | null }

/** By a session's token, also a waiting one's; null when the session has ended. For the sign-in pages and the wrapper of actions. */
export async function factorOf(token: string): Promise<Factor | null> {
  const [row] = await callAccess<Factor>(`SELECT user_id AS "userId", waits, name, email, federated, password_hash AS "passwordHash", secret, confirmed, codes_left AS "codesLeft", proved_at AS "provedAt" FROM access.factor($1)`, [token])
  return row ?? null
}

export async function hasFactor(userId: string): Promise<boolean> {
  const [row] = await callAccess<{ has: boolean }>('SELECT access.has_factor($1) AS has', [userId])
  return row?.has ?? false
}

/** Demo logins are documented and sign in with one step; anywhere else a password alone does not open people's files. */
export function secondFactorRequired(): boolean {
  const { SECOND_FACTOR, DEMO } = env()
  return (SECOND_FACTOR ?? (DEMO ? 'optional' : 'required')) === 'required'
}

export async function beginFactor(token: string): Promise<boolean> {
  const [row] = await callAccess<{ begun: boolean }>('SELECT access.begin_factor($1, $2) AS begun', [token, Buffer.from(seal(randomBytes(20).toString('hex')))])
  return row?.begun ?? false
}

export function openSecret(factor: Factor): Uint8Array | null {
  return factor.secret && Buffer.from(unseal(factor.secret), 'hex')
}

/** Only a keyed hash is kept, bound to its owner. */
const codeHash = (userId: string, code: string) => Buffer.from(blindIndex(`recovery ${userId} ${code}`))

/**
 * True when what was typed is the app's code of now, not used before, or an unused recovery code. Throws Refused when the account has been tried
 * too often: six digits are guessed in a day by whoever may try without end.
 */
export async function checkCode(token: string, factor: Factor, typed: string): Promise<boolean> {
  if (!(await withinLimit({ name: 'second-factor', points: 8, seconds: 900 }, factor.userId))) throw new Refused('access.error.locked')
  const secret = openSecret(factor)
  const step = secret && stepOfCode(secret, typed, now())
  const recovery = readReplyCode(typed)
  const [row] = step
    ? await callAccess<{ used: boolean }>('SELECT access.use_step($1, $2) AS used', [token, step])
    : recovery ? await callAccess<{ used: boolean }>('SELECT access.use_recovery_code($1, $2) AS used', [token, codeHash(factor.userId, recovery)]) : []
  const used = row?.used === true
  if (!used) log.warn('second-factor.refused')
  return used
}

/** From now on the code is asked for. Returns ten recovery codes, shown once; null when there was nothing to confirm. */
export async function confirmFactor(token: string, userId: string): Promise<string[] | null> {
  const codes = Array.from({ length: 10 }, newReplyCode)
  const [row] = await callAccess<{ done: boolean }>('SELECT access.confirm_factor($1, $2) AS done', [token, codes.map((code) => codeHash(userId, code))])
  return row?.done ? codes : null
}
