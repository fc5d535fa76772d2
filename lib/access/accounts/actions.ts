'use server'

import { getTranslations } from 'next-intl/server'
import { callAccess } from '@/lib/platform/db'
import { flash } from '@/lib/platform/flash'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { Refused, staffAction } from '../action'
import { hashPassword } from '../auth/password'
import { publicAction } from '../public-action'
import { writeRight, type ClearanceKind } from '../rights/rules'
import type { RoleName } from '../matrix'
import { invitedUser } from './invited-user'
import { passwordProblem } from './rules'
import { newUserInput, passwordInput, userInput } from './schema'
import { mailLink } from './writes'

/** A new user without any right, and a mail with a link to choose a password. */
export const inviteUser = staffAction({
  name: 'inviteUser',
  may: 'user.manage',
  schema: newUserInput,
  async run({ tx, audit }, input) {
    const made = await tx.$queryRaw<{ id: string }[]>`INSERT INTO app_user (email, name, title, unit_id) VALUES (${input.email}, ${input.name}, ${input.title}, ${input.unitId}::uuid)
      ON CONFLICT DO NOTHING RETURNING id`
    const id = made[0]?.id
    if (!id) throw new Refused('accounts.error.taken', {}, 'email')
    await mailLink(tx, id)
    await audit({ action: 'user.created', details: { user: id } })
    await flash((await getTranslations('accounts'))('invited'))
    return { redirectTo: `/admin/users/${id}` }
  },
})

/** A new link for somebody who forgot the password or let the first one run out. Former links stop working. */
export const sendLink = staffAction({
  name: 'sendLink',
  may: 'user.reset',
  schema: userInput,
  async run({ tx, audit }, input) {
    await mailLink(tx, input.userId)
    await audit({ action: 'user.invited', details: { user: input.userId } })
    return { message: (await getTranslations('accounts'))('linkSent') }
  },
})

export const choosePassword = publicAction({
  name: 'choosePassword',
  limit: { name: 'choose-password', points: 20, seconds: 900 },
  schema: passwordInput,
  keepSecret: ['password', 'again', 'token'],
  async run({ tx }, input) {
    const user = await invitedUser(input.token)
    if (!user) throw new Refused('accounts.error.linkGone')
    const problem = passwordProblem(input.password, user)
    if (problem) throw new Refused(problem, {}, 'password')
    const t = await getTranslations('accounts.mail')
    const [row] = await callAccess<{ answer: { done: boolean; mail?: string | null } }>('SELECT access.accept_invitation($1, $2, $3, $4) AS answer', [input.token, await hashPassword(input.password), t('changedSubject'), t('changedBody')])
    if (!row?.answer.done) throw new Refused('accounts.error.linkGone')
    if (row.answer.mail) await enqueue(tx, 'outbox.send', { messageId: row.answer.mail })
    return { redirectTo: '/sign-in?welcome=1' }
  },
})

/** The half-yearly review: what this user holds is still needed. What is not is ended beside it. */
export const attest = staffAction({
  name: 'attest',
  may: 'right.approve',
  schema: userInput,
  async run({ actor, tx, audit }, input) {
    if (input.userId === actor.userId) throw new Refused('rights.error.own')
    const held = await tx.$queryRaw<{ role: RoleName | null; clearance: ClearanceKind | null }[]>`
      SELECT role, NULL::clearance_kind AS clearance FROM role_grant WHERE user_id = ${input.userId}::uuid AND from_day <= current_date AND (to_day IS NULL OR to_day >= current_date)
      UNION ALL SELECT NULL, kind FROM clearance WHERE user_id = ${input.userId}::uuid AND from_day <= current_date AND (to_day IS NULL OR to_day >= current_date)`
    if (held.length === 0) throw new Refused('rights.error.gone')
    await tx.$executeRaw`INSERT INTO user_attestation (user_id, attested_by, rights) VALUES (${input.userId}::uuid, ${actor.userId}::uuid, ${held.map(writeRight).sort()})`
    await audit({ action: 'right.attested', details: { user: input.userId, rights: held.length } })
    return {}
  },
})
