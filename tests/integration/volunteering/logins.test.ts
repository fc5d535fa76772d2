import { beforeAll, describe, expect, it } from 'vitest'
import { invitedUser } from '@/lib/access/accounts/invited-user'
import { rightsToReview } from '@/lib/access/accounts/queries'
import { askForLink, signInByLink } from '@/lib/access/links/actions'
import type { RoleName } from '@/lib/access/matrix'
import { roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { openSession } from '@/lib/access/session'
import { setActive } from '@/lib/access/users/actions'
import { findUser } from '@/lib/access/users/queries'
import { usersPage } from '@/lib/access/users/list/queries'
import { usersView } from '@/lib/access/users/list/schema'
import { today } from '@/lib/platform/clock'
import { callAccess, transaction } from '@/lib/platform/db'
import { approveLogin, endLogin, giveLogin, refuseLogin } from '@/lib/volunteering/logins/actions'
import { askedLogins } from '@/lib/volunteering/logins/queries'
import { takeStep } from '@/lib/volunteering/path/actions'
import { openVolunteer } from '@/lib/volunteering/volunteers/queries'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { person } from '../../support/factories'
import { dayFields, volunteer, volunteerActor } from '../../support/volunteers'

let lead: Actor, nr = 0
const someone = async (step = 'active') => {
  const id = await volunteer({ step })
  const email = `volunteer-${++nr}@test.invalid`
  await owner().volunteer.update({ where: { id }, data: { email } })
  return { id, email }
}
const give = (volunteerId: string, by = lead, follow = '') => as(by, () => submit(giveLogin, { volunteerId, ...(follow && { follow }) }))
const writeEmail = (id: string, email: string, by = lead) => transaction({ role: 'app', token: by.token }, (tx) => tx.$executeRaw`UPDATE volunteer SET email = ${email} WHERE id = ${id}::uuid`)
const mailsTo = (recipient: string) => owner().outboxMessage.count({ where: { recipient } })
const loginOf = (volunteerId: string) => owner().volunteerLogin.findFirst({ where: { volunteerId, endedAt: null }, include: { user: { include: { grants: true } } } })
async function tokenFor(userId: string): Promise<string> {
  const mail = await owner().outboxMessage.findFirstOrThrow({ where: { userId }, orderBy: { createdAt: 'desc' } })
  return /\/velkommen\/([A-Za-z0-9_-]{43})\n/.exec(mail.body)?.[1] ?? 'none'
}
const useLink = (token: string) => callAccess<{ who: string | null }>('SELECT access.use_sign_in_link($1)::text AS who', [token]).then(([row]) => row?.who ?? null)

beforeAll(async () => {
  await loadReference(owner())
  lead = await staff('VOLUNTEER_LEAD')
})

describe('a login', () => {
  it('is a user of its own, called by the number, with the one right and a link in the mail', async () => {
    const { id, email } = await someone()
    expect((await give(id)).state?.message).toContain('på vej')
    const login = await loginOf(id)
    const { number } = await owner().volunteer.findUniqueOrThrow({ where: { id } })
    expect(login?.user).toMatchObject({ email, name: `Frivillig ${number}`, unitId: null, passwordHash: null, forVolunteer: true, grants: [{ role: 'VOLUNTEER', grantedBy: lead.userId, toDay: null }] })
    expect(await invitedUser(await tokenFor(login?.userId ?? ''))).toEqual({ name: 'Test', email, volunteer: true })
    expect((await openVolunteer(lead, id, today()))?.login).toMatchObject({ email, lastSignInAt: null })
    expect(await owner().auditEvent.count({ where: { action: 'volunteer.login-given', details: { path: ['volunteer'], equals: id } } })).toBe(1)
  })

  it('is given by those who lead volunteers alone, just after they proved who they are', async () => {
    const { id } = await someone()
    for (const role of roles.filter((one) => one !== 'VOLUNTEER_LEAD')) {
      const other = await staff(role as RoleName)
      expect((await give(id, other)).state?.message, role).toContain('adgang')
      const [row] = await transaction({ role: 'app', token: other.token }, (tx) => tx.$queryRaw<{ said: string }[]>`SELECT said FROM access.open_volunteer_login(${id}::uuid, false, 'a', 'b', 'c', interval '1 hour', 'e', 'f')`)
      expect([role, row?.said]).toEqual([role, 'gone'])
    }
    const stale = await staff('VOLUNTEER_LEAD')
    await owner().session.updateMany({ where: { userId: stale.userId }, data: { provedAt: new Date(Date.now() - 600_000) } })
    expect((await give(id, stale)).state?.stepUp).toBe('password')
    await expect(transaction({ role: 'app', token: stale.token }, (tx) => tx.$queryRaw`SELECT access.open_volunteer_login(${id}::uuid, false, 'a', 'b', 'c', interval '1 hour', 'e', 'f')`)).rejects.toThrow('Proof is missing')
    expect(await loginOf(id)).toBeNull()
  })

  it('is not for somebody on the way or ended, without an address, or whose address is a user’s already', async () => {
    for (const step of ['interested', 'talked', 'cleared', 'ended']) expect([step, (await give((await someone(step)).id)).state?.message]).toEqual([step, expect.stringContaining('aktiv')])
    expect((await give(await volunteer({ step: 'active' }))).state?.message).toContain('e-mail')
    const colleague = await staff('CASEWORKER')
    for (const taken of [colleague.email.toUpperCase(), lead.email, (await (async () => { const one = await someone(); await give(one.id); return one })()).email]) {
      const { id } = await someone()
      await owner().volunteer.update({ where: { id }, data: { email: taken } })
      expect((await give(id)).state?.message, taken).toContain('bruges allerede')
    }
    expect(await owner().roleGrant.count({ where: { userId: { in: [colleague.userId, lead.userId] }, role: 'VOLUNTEER' } })).toBe(0)
  })

  it('of oneself or one’s own family, as of any volunteer the lead may know nothing of, does not exist', async () => {
    const own = await person('VETERAN')
    const near = await staff('VOLUNTEER_LEAD', { personId: own.id })
    const { id } = await someone()
    await owner().volunteerTie.create({ data: { volunteerId: id, personId: own.id, tiedBy: lead.userId } })
    expect((await give(id, near)).state?.message).toContain('findes ikke')
    await give(id)
    expect((await as(near, () => submit(endLogin, { volunteerId: id }))).state?.message).toContain('findes ikke')
    expect(await loginOf(id)).not.toBeNull()
  })

  it('never holds another right, whoever gives it', async () => {
    const { id } = await someone()
    await give(id)
    const userId = (await loginOf(id))?.userId ?? ''
    await expect(owner().roleGrant.create({ data: { userId, role: 'CASEWORKER', fromDay: new Date('2026-01-01') } })).rejects.toThrow()
    await expect(owner().clearance.create({ data: { userId, kind: 'SHIELDED', fromDay: new Date('2026-01-01') } })).rejects.toThrow()
    await expect(owner().rightProposal.create({ data: { userId, role: 'MANAGER', reason: 'x', proposedBy: lead.userId } })).rejects.toThrow()
    await expect(owner().$executeRaw`UPDATE role_grant SET role = 'ADMINISTRATOR' WHERE user_id = ${userId}::uuid`).rejects.toThrow()
  })

  it('ends with the volunteer at the next statement, and begins with nothing when they come back', async () => {
    const { actor, id } = await volunteerActor()
    expect((await openSession(actor.token))?.roles).toEqual(['VOLUNTEER'])
    await owner().secondFactor.create({ data: { userId: actor.userId, secret: new Uint8Array(8), confirmedAt: new Date() } })
    expect((await as(lead, () => submit(takeStep, { volunteerId: id, number: '1', step: 'ended', reason: 'wish', ...dayFields('on', today()) }))).redirectedTo).not.toBeNull()
    expect([await openSession(actor.token), await loginOf(id)]).toEqual([null, null])
    expect(await owner().user.findUnique({ where: { id: actor.userId }, select: { active: true } })).toEqual({ active: false })
    await owner().volunteerStep.createMany({ data: [{ volunteerId: id, number: 3, step: 'interested', onDay: new Date(today()) }, { volunteerId: id, number: 4, step: 'active', onDay: new Date(today()) }] })
    await owner().user.update({ where: { id: actor.userId }, data: { passwordHash: 'x' } })
    await give(id)
    expect((await loginOf(id))?.user).toMatchObject({ id: actor.userId, active: true, passwordHash: null })
    expect([await owner().secondFactor.count({ where: { userId: actor.userId } }), await openSession(actor.token)]).toEqual([0, null])
  })

  it('outlasts a pause', async () => {
    const { actor, id } = await volunteerActor()
    await owner().volunteerStep.create({ data: { volunteerId: id, number: 2, step: 'paused', onDay: new Date(today()), untilDay: new Date('2030-01-01') } })
    expect(await openSession(actor.token)).not.toBeNull()
  })

  it('keeps its address when the record gets another: a new link goes where the volunteer signs in', async () => {
    const { actor, id } = await volunteerActor()
    await writeEmail(id, 'somewhere-else@test.invalid')
    expect((await give(id)).state?.message).toContain('på vej')
    expect([(await loginOf(id))?.userId, (await mailsTo('somewhere-else@test.invalid')), await openSession(actor.token) !== null]).toEqual([actor.userId, 0, true])
  })

  it('follows an address the volunteer wrote or a colleague did: another user, every session ended, and the former address is told', async () => {
    const { actor, id } = await volunteerActor()
    await writeEmail(id, 'moved@test.invalid', await staff('VOLUNTEER_LEAD'))
    expect((await give(id, lead, 'on')).state?.message).toContain('på vej')
    const login = await loginOf(id)
    expect([login?.user.email, login?.userId === actor.userId, await openSession(actor.token)]).toEqual(['moved@test.invalid', false, null])
    expect(await owner().outboxMessage.findFirst({ where: { recipient: actor.email }, select: { body: true } })).toEqual({ body: expect.stringMatching(/anden e-mailadresse/) })
  })

  it('by an address one wrote oneself is given by somebody else: neither the first nor another one’s place', async () => {
    for (const invited of [false, true]) {
      const { id } = invited ? await volunteerActor() : await someone()
      const before = (await loginOf(id))?.userId
      const mine = `mine-${++nr}@test.invalid`
      await writeEmail(id, mine)
      for (const follow of ['', 'on'] as const) if (!invited || follow) expect((await give(id, lead, follow)).state?.message).toContain('venter på en anden')
      expect([(await loginOf(id))?.userId, await mailsTo(mine), await owner().user.count({ where: { email: mine } })]).toEqual([before, 0, 0])
      expect((await openVolunteer(lead, id, today()))?.loginWaits).toMatchObject({ by: lead.name })
      // Neither by taking it away and writing it again, nor by asking twice.
      await writeEmail(id, 'other@test.invalid', await staff('VOLUNTEER_LEAD'))
      await writeEmail(id, mine)
      expect((await give(id, lead, 'on')).state?.message).toContain('venter på en anden')
      const open = await owner().volunteerLoginRequest.findMany({ where: { volunteerId: id, decidedAt: null } })
      expect(open).toMatchObject([{ email: mine, askedBy: lead.userId }])
    }
  })

  it('that waits is given by a colleague on the page, or by whoever gives rights where volunteers belong; never by who wrote the address', async () => {
    const unit = await owner().unit.create({ data: { code: 'logins', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })
    const [admin, manager, stranger, both] = [await staff('ADMINISTRATOR'), await staff('MANAGER', { unitId: unit.id }), await staff('MANAGER'), await staff('VOLUNTEER_LEAD', { roles: ['VOLUNTEER_LEAD', 'ADMINISTRATOR'] })]
    const wait = async (by = lead) => {
      const { id } = await someone()
      await writeEmail(id, `waits-${++nr}@test.invalid`, by)
      await give(id, by)
      return { id, loginRequestId: (await owner().volunteerLoginRequest.findFirstOrThrow({ where: { volunteerId: id, decidedAt: null } })).id }
    }
    const [one, two, three, four, five] = [await wait(), await wait(), await wait(), await wait(both), await wait()]
    expect((await askedLogins(stranger)).length).toBe(0)
    expect((await as(stranger, () => submit(approveLogin, { loginRequestId: one.loginRequestId }))).state?.message).toContain('findes ikke')
    for (const [by, { id, loginRequestId }] of [[admin, one], [manager, two]] as const) {
      expect((await as(by, () => submit(approveLogin, { loginRequestId }))).redirectedTo).toBe('/rights')
      expect([(await loginOf(id))?.openedBy, await owner().volunteerLoginRequest.findUnique({ where: { id: loginRequestId }, select: { given: true, decidedBy: true } })]).toEqual([by.userId, { given: true, decidedBy: by.userId }])
    }
    expect((await give(three.id, await staff('VOLUNTEER_LEAD'))).state?.message).toContain('på vej')
    expect((await as(both, () => submit(approveLogin, { loginRequestId: four.loginRequestId }))).state?.message).toContain('selv skrevet')
    expect(await loginOf(four.id)).toBeNull()
    expect((await as(admin, () => submit(refuseLogin, { loginRequestId: five.loginRequestId }))).redirectedTo).toBe('/rights')
    expect((await as(manager, () => submit(approveLogin, { loginRequestId: five.loginRequestId }))).state?.message).toContain('findes ikke')
    expect(await loginOf(five.id)).toBeNull()
  })

  it('that waits for an address that is another by now is gone', async () => {
    const { id } = await someone()
    await writeEmail(id, `first-${++nr}@test.invalid`)
    await give(id)
    const { id: loginRequestId } = await owner().volunteerLoginRequest.findFirstOrThrow({ where: { volunteerId: id } })
    await writeEmail(id, `next-${nr}@test.invalid`)
    expect((await as(await staff('ADMINISTRATOR'), () => submit(approveLogin, { loginRequestId }))).state?.message).toContain('findes ikke')
  })

  it('knows who wrote the address, whatever the statement says', async () => {
    const { id } = await someone()
    const by = async () => (await owner().volunteer.findUniqueOrThrow({ where: { id } })).emailBy
    expect(await by()).toBeNull()
    await writeEmail(id, `written-${++nr}@test.invalid`)
    expect(await by()).toBe(lead.userId)
    await transaction({ role: 'app', token: (await staff('VOLUNTEER_LEAD')).token }, (tx) => tx.$executeRaw`UPDATE volunteer SET email = upper(email), first_name = 'Ny' WHERE id = ${id}::uuid`)
    expect(await by()).toBe(lead.userId)
    await expect(transaction({ role: 'app', token: lead.token }, (tx) => tx.$executeRaw`UPDATE volunteer SET email_by = NULL WHERE id = ${id}::uuid`)).rejects.toThrow('permission denied')
  })

  it('is closed by whoever leads volunteers, or with its user by an administrator', async () => {
    const [one, two] = [await volunteerActor(), await volunteerActor()]
    await as(lead, () => submit(endLogin, { volunteerId: one.id }))
    await as(await staff('ADMINISTRATOR'), () => submit(setActive, { userId: two.actor.userId, active: 'false' }))
    expect([await openSession(one.actor.token), await loginOf(one.id), await openSession(two.actor.token), await loginOf(two.id)]).toEqual([null, null, null, null])
  })

  it('stands in no list of staff and in no review of rights', async () => {
    const [{ actor }, admin] = [await volunteerActor(), await staff('ADMINISTRATOR')]
    expect((await usersPage(admin, usersView.parse({ words: actor.name }), 'da', today())).rows.some(({ id }) => id === actor.userId)).toBe(false)
    expect(await findUser(admin, actor.userId, 'da')).toBeNull()
    expect((await rightsToReview(admin, 'da')).some(({ userId }) => userId === actor.userId)).toBe(false)
  })

  it('is erased with the volunteer: neither address nor password stays', async () => {
    const { actor, id } = await volunteerActor()
    await owner().volunteer.delete({ where: { id } })
    expect(await owner().user.findUnique({ where: { id: actor.userId }, select: { email: true, active: true, passwordHash: true } })).toEqual({ email: `${actor.userId}@erased.invalid`, active: false, passwordHash: null })
  })
})

describe('a link', () => {
  it('signs a volunteer in once, and only a volunteer', async () => {
    const { id } = await someone()
    await give(id)
    const userId = (await loginOf(id))?.userId ?? ''
    const token = await tokenFor(userId)
    expect((await submit(signInByLink, { token })).redirectedTo).toBe('/')
    expect((await submit(signInByLink, { token })).state?.message).toContain('virker ikke mere')
    expect(await owner().session.count({ where: { userId, revokedAt: null, awaitsFactor: false } })).toBe(1)
    const colleague = await staff('CASEWORKER')
    const secret = 'Zm9ya2VydGZvcmtlcnRmb3JrZXJ0Zm9ya2VydGZvcnM'
    await owner().$executeRaw`INSERT INTO user_invitation (user_id, token_hash, expires_at) VALUES (${colleague.userId}::uuid, sha256(${secret}::bytea), now() + interval '1 day')`
    expect([await invitedUser(secret), await useLink(secret)]).toEqual([expect.objectContaining({ volunteer: false }), null])
  })

  it('of somebody with an app opens nothing before its code', async () => {
    const { actor } = await volunteerActor()
    await owner().secondFactor.create({ data: { userId: actor.userId, secret: new Uint8Array(8), confirmedAt: new Date() } })
    await submit(askForLink, { email: actor.email })
    expect((await submit(signInByLink, { token: await tokenFor(actor.userId) })).redirectedTo).toContain('/sign-in/code')
    expect(await owner().session.count({ where: { userId: actor.userId, awaitsFactor: true, revokedAt: null } })).toBe(1)
  })

  it('is mailed to volunteers alone, and everybody is told the same', async () => {
    const [{ actor }, colleague, closed] = [await volunteerActor(), await staff('CASEWORKER'), await volunteerActor()]
    await as(lead, () => submit(endLogin, { volunteerId: closed.id }))
    const mails = (userId: string) => owner().outboxMessage.count({ where: { userId } })
    for (const email of [actor.email, colleague.email, closed.actor.email, 'nobody@test.invalid']) expect((await submit(askForLink, { email })).redirectedTo).toBe('/sign-in/link?sent=1')
    expect([await mails(actor.userId), await mails(colleague.userId), await mails(closed.actor.userId)]).toEqual([1, 0, 0])
  })

  it('that was sent before stops with a newer one, with the login and after its time', async () => {
    const { actor, id } = await volunteerActor()
    const asked = async () => { await callAccess("SELECT access.sign_in_link($1, 'x', E'[link]\n', '')", [actor.email]); return tokenFor(actor.userId) }
    const [first, second] = [await asked(), await asked()]
    expect([await useLink(first), await useLink(second)]).toEqual([null, actor.userId])
    const third = await asked()
    await owner().userInvitation.updateMany({ where: { userId: actor.userId, usedAt: null }, data: { expiresAt: new Date() } })
    const fourth = await asked()
    expect(await useLink(third)).toBeNull()
    await as(lead, () => submit(endLogin, { volunteerId: id }))
    expect(await useLink(fourth)).toBeNull()
  })

  it('pressed twice at the same moment opens one session', async () => {
    const { actor } = await volunteerActor()
    await callAccess("SELECT access.sign_in_link($1, 'x', E'[link]\n', '')", [actor.email])
    const token = await tokenFor(actor.userId)
    expect((await Promise.all([useLink(token), useLink(token)])).filter(Boolean)).toEqual([actor.userId])
  })
})
