'use server'

import { headers } from 'next/headers'
import { staffAction, Refused } from './action'
import { clearSessionCookie, sessionToken, setSessionCookie } from './auth/cookie'
import { verifyPassword } from './auth/password'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log/log'
import { deviceName, safeNext } from './rules'
import { publicAction } from './public-action'
import { giveBack, visitorKey, withinLimit } from './rate-limit'
import { wrongTries } from './sign-in-limits'
import { nothing, sessionInput, signInInput } from './schema'
import { hasFactor, secondFactorRequired } from './second-factor/state'
import { endSession, startSession, startWaiting } from './session'

export const signIn = publicAction({
  name: 'signIn',
  // Wide: a whole town hall may stand behind one address on a Monday morning. What counts wrong passwords is below.
  limit: { name: 'sign-in', points: 600, seconds: 900 },
  schema: signInInput,
  keepSecret: ['password'],
  async run(_context, input) {
    const tries = wrongTries(input.email.toLowerCase(), await visitorKey())
    for (const [limit, key] of tries) if (!(await withinLimit(limit, key))) throw new Refused('access.error.locked')
    // Where everybody signs in at the identity provider, a forgotten password must not be a way around it.
    const userId = env().SIGN_IN === 'oidc' ? null : await verifyPassword(input.email, input.password)
    if (!userId) {
      log.warn('sign-in.refused')
      throw new Refused('access.error.wrong')
    }
    for (const [limit, key] of tries) await giveBack(limit, key)
    // A shared computer: the one who sat here before is signed out, not only forgotten.
    const former = await sessionToken()
    if (former) await endSession(former)
    const device = deviceName((await headers()).get('user-agent'))
    const factor = await hasFactor(userId)
    if (factor || secondFactorRequired()) {
      // The password alone opens nothing: the code, or where there is none yet, setting it up, comes first.
      await setSessionCookie(await startWaiting(userId, device))
      return { redirectTo: `/sign-in/${factor ? 'code' : 'setup'}?next=${encodeURIComponent(safeNext(input.next))}` }
    }
    await setSessionCookie(await startSession(userId, device))
    return { redirectTo: safeNext(input.next) }
  },
})

export const signOut = staffAction({
  name: 'signOut',
  may: 'self',
  schema: nothing,
  repeatable: true,
  async run({ actor, tx, audit }) {
    await audit({ kind: 'SIGN_IN', action: 'session.ended' })
    // In this very transaction: another would wait for it, and it for the other.
    await tx.$executeRaw`UPDATE session SET revoked_at = now() WHERE user_id = ${actor.userId}::uuid AND id = ${actor.sessionId}::uuid AND revoked_at IS NULL`
    await clearSessionCookie()
    return { redirectTo: '/sign-in' }
  },
})

/** Ends every other session of the same person at once. */
export const signOutEverywhere = staffAction({
  name: 'signOutEverywhere',
  may: 'self',
  schema: nothing,
  async run({ actor, tx, audit }) {
    const ended = await tx.$executeRaw`UPDATE session SET revoked_at = now() WHERE user_id = ${actor.userId}::uuid AND id <> ${actor.sessionId}::uuid AND revoked_at IS NULL`
    await audit({ kind: 'SIGN_IN', action: 'session.ended-everywhere', details: { ended } })
    return { redirectTo: '/account' }
  },
})

export const endOneSession = staffAction({
  name: 'endOneSession',
  may: 'self',
  schema: sessionInput,
  repeatable: true,
  async run({ actor, tx, audit }, input) {
    // First, because it may be the session this is done in.
    await audit({ kind: 'SIGN_IN', action: 'session.ended-other' })
    await tx.$executeRaw`UPDATE session SET revoked_at = now() WHERE user_id = ${actor.userId}::uuid AND id = ${input.sessionId}::uuid AND revoked_at IS NULL`
    return { redirectTo: '/account' }
  },
})
