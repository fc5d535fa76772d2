import { describe, expect, it } from 'vitest'
import { attest, choosePassword, inviteUser, sendLink } from '@/lib/access/accounts/actions'
import { invitedUser } from '@/lib/access/accounts/invited-user'
import { rightsToReview } from '@/lib/access/accounts/queries'
import { verifyPassword } from '@/lib/access/auth/password'
import { openSession } from '@/lib/access/session'
import { setActive } from '@/lib/access/users/actions'
import { findUser } from '@/lib/access/users/queries'
import { usersPage } from '@/lib/access/users/list/queries'
import { usersView } from '@/lib/access/users/list/schema'
import { today } from '@/lib/platform/clock'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, veteran } from '../../support/factories'

const good = 'fire tilfældige ord her'
const choose = (token: string, password = good, again = password) => submit(choosePassword, { token, password, again })
let nr = 0
/** Invites somebody and reads the link out of the mail, as only its receiver can. */
async function invited(by = staff('ADMINISTRATOR')) {
  const email = `invited-${++nr}@test.invalid`
  const answer = await as(await by, () => submit(inviteUser, { name: 'Ny Kollega', email, title: '', unitId: '' }))
  const user = await owner().user.findFirstOrThrow({ where: { email } })
  return { answer, email, user, token: await tokenFor(user.id) }
}
async function tokenFor(userId: string) {
  const mail = await owner().outboxMessage.findFirstOrThrow({ where: { userId }, orderBy: { createdAt: 'desc' } })
  return /\/velkommen\/([A-Za-z0-9_-]{43})\n/.exec(mail.body)?.[1] ?? 'none'
}

describe('an invitation', () => {
  it('makes a user without rights, whose own choice of password opens the account once', async () => {
    const { answer, email, user, token } = await invited()
    expect(answer.redirectedTo).toBe(`/admin/users/${user.id}`)
    expect(await owner().roleGrant.count({ where: { userId: user.id } })).toBe(0)
    expect(await invitedUser(token)).toEqual({ name: 'Ny Kollega', email, volunteer: false })
    expect(await verifyPassword(email, good)).toBeNull()
    expect((await choose(token)).redirectedTo).toBe('/sign-in?welcome=1')
    expect(await verifyPassword(email, good)).toBe(user.id)
    expect((await choose(token, 'et helt andet langt ord')).state?.message).toContain('virker ikke mere')
    expect([await verifyPassword(email, good), await invitedUser(token)]).toEqual([user.id, null])
  })

  it('of two posts at the same moment sets one password', async () => {
    const { token } = await invited()
    const answers = await Promise.all([choose(token), choose(token, 'et helt andet langt ord')])
    expect(answers.filter((one) => one.redirectedTo).length).toBe(1)
  })

  it('runs out, ends with a newer one and with the user, and none was made up', async () => {
    const admin = await staff('ADMINISTRATOR')
    const { user, token } = await invited()
    await as(admin, () => submit(sendLink, { userId: user.id }))
    const newer = await tokenFor(user.id)
    expect([await invitedUser(token), (await invitedUser(newer))?.name]).toEqual([null, 'Ny Kollega'])
    await owner().userInvitation.updateMany({ where: { userId: user.id }, data: { expiresAt: new Date() } })
    expect((await choose(newer)).redirectedTo).toBeNull()
    const closed = await invited()
    await as(admin, () => submit(setActive, { userId: closed.user.id, active: 'false' }))
    expect([(await choose(closed.token)).redirectedTo, (await choose('x'.repeat(43))).redirectedTo]).toEqual([null, null])
  })

  it('for somebody who forgot the password ends their sessions when it is used', async () => {
    const [admin, user] = [await staff('ADMINISTRATOR'), await staff('CASEWORKER')]
    await as(admin, () => submit(sendLink, { userId: user.userId }))
    expect(await openSession(user.token)).not.toBeNull()
    await choose(await tokenFor(user.userId))
    expect(await openSession(user.token)).toBeNull()
  })

  it('is read by nobody who works here: not the mail, not the token, and no link for oneself or a user of the provider', async () => {
    const admin = await staff('ADMINISTRATOR', { roles: ['ADMINISTRATOR', 'VETERAN_COORDINATOR'] })
    const { user } = await invited(Promise.resolve(admin))
    const read = (sql: string) => transaction({ role: 'app', token: admin.token }, (tx) => tx.$queryRawUnsafe<unknown[]>(sql)).then((rows) => rows.length, () => 'refused')
    expect([await read(`SELECT body FROM outbox_message WHERE user_id = '${user.id}'`), await read('SELECT token_hash FROM user_invitation')]).toEqual([0, 'refused'])
    expect((await as(admin, () => submit(sendLink, { userId: admin.userId }))).state?.message).toContain('kan ikke få et link')
    const federated = await owner().user.create({ data: { email: 'f@test.invalid', name: 'F', issuer: 'i', subject: 's' } })
    expect((await as(admin, () => submit(sendLink, { userId: federated.id }))).state?.message).toContain('kan ikke få et link')
  })

  it('takes no password that is short, typed differently or easy to guess, and no address twice', async () => {
    const { token, email } = await invited()
    expect((await choose(token, 'for kort')).state?.fields?.password?.[0]).toContain('12 tegn')
    expect((await choose(token, 'kollega kommune')).state?.fields?.password?.[0]).toContain('gætte')
    const { state } = await choose(token, good, `${good}!`)
    expect([state?.fields?.again?.[0], JSON.stringify(state).includes(good)]).toEqual(['De to adgangskoder er ikke ens', false])
    const again = await as(await staff('ADMINISTRATOR'), () => submit(inviteUser, { name: 'To', email: email.toUpperCase(), title: '', unitId: '' }))
    expect(again.state?.fields?.email?.[0]).toContain('allerede')
  })
})

it('closing a user ends what they were responsible for, and says how many are left to others', async () => {
  const [admin, leaver, colleague] = [await staff('ADMINISTRATOR'), await staff('CASEWORKER'), await staff('CASEWORKER')]
  const [left, shared] = [await veteran(), await veteran()]
  const assignment = (personId: string, userId: string) => ({ personId, userId, reason: 'responsible', fromDay: day('2026-01-01') })
  await owner().assignment.createMany({ data: [assignment(left.id, leaver.userId), assignment(shared.id, leaver.userId), assignment(shared.id, colleague.userId)] })
  await as(admin, () => submit(setActive, { userId: leaver.userId, active: 'false' }))
  expect([await owner().assignment.count({ where: { userId: leaver.userId, toDay: null } }), await owner().assignment.count({ where: { userId: colleague.userId, toDay: null } })]).toEqual([0, 1])
  expect((await findUser(admin, leaver.userId, 'da'))?.leftBehind).toEqual({ people: 1, talks: 0 })
})

it('a colleague reads nobody’s address or last sign-in, the unit’s manager those of the unit, an administrator everybody’s', async () => {
  const unit = await owner().unit.create({ data: { code: 'acc', nameDa: 'acc', nameEn: 'acc' } })
  const [one, manager, colleague, admin] = [await staff('CASEWORKER', { unitId: unit.id }), await staff('MANAGER', { unitId: unit.id }), await staff('VETERAN_COORDINATOR'), await staff('ADMINISTRATOR')]
  const contacts = (token: string) => transaction({ role: 'app', token }, (tx) => tx.$queryRaw<{ id: string }[]>`SELECT id, email FROM access.user_contacts()`).then((rows) => rows.map((row) => row.id).sort())
  expect(await contacts(colleague.token)).toEqual([colleague.userId])
  expect(await contacts(manager.token)).toEqual([one.userId, manager.userId].sort())
  expect((await contacts(admin.token)).length).toBe(await owner().user.count())
  for (const column of ['email', 'last_sign_in_at']) await expect(transaction({ role: 'app', token: admin.token }, (tx) => tx.$queryRawUnsafe(`SELECT ${column} FROM app_user`))).rejects.toThrow(/permission denied/)
})

it('users who have not signed in for 90 days stand out', async () => {
  const [admin, quiet, lively] = [await staff('ADMINISTRATOR'), await staff('CASEWORKER'), await staff('CASEWORKER')]
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
  await owner().user.update({ where: { id: quiet.userId }, data: { lastSignInAt: daysAgo(92) } })
  await owner().user.update({ where: { id: lively.userId }, data: { lastSignInAt: daysAgo(88) } })
  const shown = (await usersPage(admin, usersView.parse({ state: 'quiet' }), 'da', today())).rows
  expect([quiet, lively].map((one) => shown.some((row) => row.id === one.userId))).toEqual([true, false])
})

describe('the half-yearly review', () => {
  it('is the manager’s of the unit, and is over when each was confirmed by somebody else', async () => {
    const unit = await owner().unit.create({ data: { code: 'rev', nameDa: 'rev', nameEn: 'rev' } })
    const [one, manager, stranger] = [await staff('CASEWORKER', { unitId: unit.id, clearances: ['SHIELDED'] }), await staff('MANAGER', { unitId: unit.id }), await staff('MANAGER')]
    expect(await rightsToReview(manager, 'da')).toMatchObject([{ userId: one.userId, rights: expect.arrayContaining(['role:CASEWORKER', 'clearance:SHIELDED']), lastOn: null, dueOn: '2020-07-01' }])
    expect(await rightsToReview(stranger, 'da')).toEqual([])
    for (const who of [stranger, one]) await as(who, () => submit(attest, { userId: one.userId }))
    expect((await as(manager, () => submit(attest, { userId: manager.userId }))).state?.message).toContain('Ingen ændrer sine egne')
    expect(await owner().userAttestation.count({ where: { userId: { in: [one.userId, manager.userId] } } })).toBe(0)
    expect((await as(manager, () => submit(attest, { userId: one.userId }))).state?.ok).toBe(true)
    expect((await rightsToReview(manager, 'da'))[0]?.dueOn.slice(0, 4)).not.toBe('2020')
    expect(await owner().userAttestation.findFirst({ where: { userId: one.userId } })).toMatchObject({ attestedBy: manager.userId, rights: ['clearance:SHIELDED', 'role:CASEWORKER'] })
  })
})
