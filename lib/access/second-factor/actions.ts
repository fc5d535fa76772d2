'use server'

import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { formatReplyCode } from '@/lib/platform/crypto/tokens'
import { flash } from '@/lib/platform/flash'
import { Refused, staffAction } from '../action'
import { sessionToken, setSessionCookie } from '../auth/cookie'
import { publicAction } from '../public-action'
import { deviceName, safeNext } from '../rules'
import { endSession, startSession } from '../session'
import { codeInput, factorUserInput, nextInput } from './schema'
import { beginFactor, checkCode, confirmFactor, factorOf } from './state'

/** Another token than the one that waited: whoever saw that one has nothing. */
async function openFully(waiting: string, userId: string): Promise<void> {
  await setSessionCookie(await startSession(userId, deviceName((await headers()).get('user-agent'))))
  await endSession(waiting)
}

/** The second step of signing in. The first left a session that opens nothing. */
export const enterCode = publicAction({
  name: 'enterCode',
  limit: { name: 'second-factor-visitor', points: 100, seconds: 900 },
  schema: codeInput,
  keepSecret: ['code'],
  async run(_context, input) {
    const token = await sessionToken()
    const factor = token ? await factorOf(token) : null
    if (!token || !factor?.waits || !factor.confirmed) throw new Refused('secondFactor.error.again')
    if (!(await checkCode(token, factor, input.code))) throw new Refused('secondFactor.error.wrong', {}, 'code')
    await openFully(token, factor.userId)
    const left = (await factorOf((await sessionToken()) ?? ''))?.codesLeft ?? 0
    if (left < 4) await flash((await getTranslations('secondFactor'))('fewCodes', { left }))
    return { redirectTo: safeNext(input.next) }
  },
})

/** A new secret for an app to read. Nothing asks for it before its first code was typed. */
export const beginSetup = publicAction({
  name: 'beginSetup',
  limit: { name: 'second-factor-setup', points: 30, seconds: 900 },
  schema: nextInput,
  async run() {
    const token = await sessionToken()
    if (!token || !(await beginFactor(token))) throw new Refused('secondFactor.error.again')
    return {}
  },
})

/** The first code. Answers with the recovery codes, which are shown this once. */
export const confirmSetup = publicAction({
  name: 'confirmSetup',
  // Its own count: asking for a new secret must not use up the tries at typing its code.
  limit: { name: 'second-factor-confirm', points: 30, seconds: 900 },
  schema: codeInput,
  keepSecret: ['code'],
  async run(_context, input) {
    const token = await sessionToken()
    const factor = token ? await factorOf(token) : null
    if (!token || !factor || factor.confirmed) throw new Refused('secondFactor.error.again')
    if (!(await checkCode(token, factor, input.code))) throw new Refused('secondFactor.error.wrong', {}, 'code')
    const codes = await confirmFactor(token, factor.userId)
    if (!codes) throw new Refused('secondFactor.error.again')
    if (factor.waits) await openFully(token, factor.userId)
    return { message: codes.map(formatReplyCode).join(' ') }
  },
})

/** For somebody who lost the phone and the codes. Their sessions end; where it is required they begin anew at the next sign-in. */
export const removeFactor = staffAction({
  name: 'removeFactor',
  may: 'user.reset',
  schema: factorUserInput,
  async run({ actor, tx, audit }, input) {
    if (input.userId === actor.userId) throw new Refused('rights.error.own')
    const [row] = await tx.$queryRaw<{ removed: boolean }[]>`SELECT access.remove_factor(${input.userId}::uuid) AS removed`
    if (!row?.removed) throw new Refused('rights.error.gone')
    await audit({ action: 'second.factor-removed', details: { user: input.userId } })
    return {}
  },
})
