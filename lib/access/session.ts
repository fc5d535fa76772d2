import 'server-only'
import { callAccess } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { newToken } from '@/lib/platform/crypto/tokens'
import { roles } from './matrix'
import type { Actor } from './permissions'

/** A new session in the database for a user who has just proved who they are. Returns the token the cookie will hold. */
export async function startSession(userId: string, device: string): Promise<string> {
  const token = newToken()
  const { SESSION_IDLE_MINUTES, SESSION_HOURS } = env()
  await callAccess('SELECT access.start_session($1, $2, $3, make_interval(mins => $4), make_interval(hours => $5))', [userId, token, device.slice(0, 120), SESSION_IDLE_MINUTES, SESSION_HOURS])
  return token
}

/** A session that opens nothing until the second factor was shown: ten minutes for it. */
export async function startWaiting(userId: string, device: string): Promise<string> {
  const token = newToken()
  await callAccess('SELECT access.start_waiting($1, $2, $3)', [userId, token, device.slice(0, 120)])
  return token
}

export async function endSession(token: string): Promise<void> {
  await callAccess('SELECT access.end_session($1)', [token])
}

/** The actor behind a token, or null when it is unknown, revoked, idle too long, too old, or its user is no longer active. */
export async function openSession(token: string): Promise<Actor | null> {
  const [row] = await callAccess<{ found: (Omit<Actor, 'token'> & { roles: string[] }) | null }>('SELECT access.open_session($1) AS found', [token])
  if (!row?.found) return null
  return { ...row.found, token, locale: row.found.locale === 'en' ? 'en' : 'da', roles: roles.filter((role) => row.found?.roles.includes(role)) }
}
