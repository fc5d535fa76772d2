'use server'

import { setTimeout as pause } from 'node:timers/promises'
import { getTranslations } from 'next-intl/server'
import { callAccess } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { flash } from '@/lib/platform/flash'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { passwordProblem } from '../accounts/rules'
import { Refused, staffAction } from '../action'
import { hashPassword } from '../auth/password'
import { publicAction } from '../public-action'
import { withinLimit } from '../rate-limit'
import { forgotInput, ownPasswordInput } from './schema'

/** One's own, after proof of who one is: every other session ends, and the owner is told by mail. */
export const changePassword = staffAction({
  name: 'changePassword',
  may: 'self.password',
  schema: ownPasswordInput,
  keepSecret: ['password', 'again', 'proof'],
  async run({ actor, tx, audit }, { password }) {
    const problem = passwordProblem(password, actor)
    if (problem) throw new Refused(problem, {}, 'password')
    const t = await getTranslations('accounts')
    const [row] = await tx.$queryRaw<{ mail: string | null }[]>`SELECT access.change_password(${await hashPassword(password)}, ${t('mail.changedSubject')}, ${t('mail.changedBody')}) AS mail`
    if (!row?.mail) throw new Refused('accounts.error.provider')
    await enqueue(tx, 'outbox.send', { messageId: row.mail })
    await audit({ kind: 'SIGN_IN', action: 'password.changed' })
    await flash(t('own.changed'))
    return { redirectTo: '/account' }
  },
})

/** At most three links an hour to one address, wherever they are asked for. */
const PER_ADDRESS = { name: 'forgot-password-address', points: 3, seconds: 3600 }
/** Pressed twice it is one mail. */
const AT_ONCE = { name: 'forgot-password-again', points: 1, seconds: 60 }
/** The answer takes as long whether or not there is such a user. */
const ANSWER_MS = 600

/** Says the same to everybody: whether an address is a user's is nobody's to find out. */
export const forgotPassword = publicAction({
  name: 'forgotPassword',
  limit: { name: 'forgot-password', points: 10, seconds: 900 },
  schema: forgotInput,
  async run({ tx }, { email }) {
    const answer = pause(ANSWER_MS)
    if ((await withinLimit(AT_ONCE, email.toLowerCase())) && (await withinLimit(PER_ADDRESS, email.toLowerCase()))) {
      const t = await getTranslations('accounts.mail')
      const [row] = await callAccess<{ mail: string | null }>('SELECT access.forgot_password($1, $2, $3, $4)::text AS mail', [email, t('forgotSubject'), t('forgotBody'), env().PUBLIC_URL.replace(/\/$/, '')])
      if (row?.mail) await enqueue(tx, 'outbox.send', { messageId: row.mail })
    }
    await answer
    return { redirectTo: '/sign-in/forgot?sent=1' }
  },
})
