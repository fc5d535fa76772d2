import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { choosePassword } from '@/lib/access/accounts/actions'
import { invitedUser } from '@/lib/access/accounts/invited-user'
import { hashPassword, verifyPassword } from '@/lib/access/auth/password'
import { changePassword, forgotPassword } from '@/lib/access/password/actions'
import { openSession } from '@/lib/access/session'
import { callAccess, transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'

const old = 'en lang adgangskode'
const fresh = 'fire tilfældige ord her'
let hash = ''
beforeAll(async () => void (hash = await hashPassword(old)))
beforeEach(() => owner().$executeRaw`DELETE FROM access.rate_limit`)

/** Signed in, last asked who they are this many seconds ago, with another session at home. */
async function signedIn(secondsAgo = 0) {
  const actor = await staff('CASEWORKER')
  await owner().user.update({ where: { id: actor.userId }, data: { passwordHash: hash } })
  await owner().$executeRaw`UPDATE session SET proved_at = now() - make_interval(secs => ${secondsAgo}::int) WHERE id = ${actor.sessionId}::uuid`
  const { id: home } = await owner().session.create({ data: { userId: actor.userId, tokenHash: new Uint8Array(32).map(() => Math.floor(Math.random() * 256)), device: 'hjemme', expiresAt: new Date(Date.now() + 9e6), idleExpiresAt: new Date(Date.now() + 9e6) } })
  return { actor, home }
}
const change = (actor: Awaited<ReturnType<typeof staff>>, values: Record<string, string>) => as(actor, () => submit(changePassword, { password: fresh, again: fresh, ...values }))
const mails = (userId: string) => owner().outboxMessage.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } })
const link = (body: string) => /\/velkommen\/([A-Za-z0-9_-]{43})\n/.exec(body)?.[1] ?? 'none'
const live = (id: string) => owner().session.count({ where: { id, revokedAt: null } })

describe('one’s own password', () => {
  it('is changed after proof, ends the other sessions and not this one, and is told by mail', async () => {
    const { actor, home } = await signedIn(400)
    expect((await change(actor, {})).state).toMatchObject({ stepUp: 'password' })
    expect((await change(actor, { proof: 'forkert' })).redirectedTo).toBeNull()
    expect(await verifyPassword(actor.email, fresh)).toBeNull()
    const { redirectedTo } = await change(actor, { proof: old })
    expect([redirectedTo, await verifyPassword(actor.email, old), await verifyPassword(actor.email, fresh)]).toEqual(['/account', null, actor.userId])
    expect([await live(actor.sessionId), await live(home)]).toEqual([1, 0])
    expect((await mails(actor.userId)).map((mail) => mail.subject)).toEqual(['Din adgangskode til Indgang er skiftet'])
    expect(await owner().auditEvent.count({ where: { actorUserId: actor.userId, action: 'password.changed' } })).toBe(1)
  })

  it('is weighed, written twice, and never comes back to the page', async () => {
    const { actor } = await signedIn()
    const answers = [await change(actor, { password: 'kort', again: 'kort' }), await change(actor, { again: 'noget andet langt' })]
    expect(answers.map(({ state }) => Object.keys(state?.fields ?? {}))).toEqual([['password'], ['again']])
    expect(JSON.stringify(answers)).not.toContain('noget andet')
  })

  it('is the provider’s for its users, and asks for proof in the database too', async () => {
    const { actor } = await signedIn()
    await owner().user.update({ where: { id: actor.userId }, data: { issuer: 'https://login.invalid', subject: randomUUID() } })
    expect((await change(actor, {})).state?.message).toContain('kommunens login')
    const late = await signedIn(400)
    await expect(transaction({ role: 'app', token: late.actor.token }, (tx) => tx.$queryRaw`SELECT access.change_password('x', 'x', 'x')`)).rejects.toThrow(/Proof is missing/)
  })
})

describe('a forgotten password', () => {
  const ask = (email: string) => submit(forgotPassword, { email })

  it('answers the same to everybody, and mails a link to whom it is', async () => {
    const { actor } = await signedIn()
    const closed = await signedIn()
    await owner().user.update({ where: { id: closed.actor.userId }, data: { active: false } })
    const answers = await Promise.all([ask(actor.email.toUpperCase()), ask(closed.actor.email), ask('ingen@test.invalid')])
    expect(answers.map((one) => [one.redirectedTo, one.state])).toEqual(Array(3).fill(['/sign-in/forgot?sent=1', null]))
    const sent = await mails(actor.userId)
    expect([sent.length, (await mails(closed.actor.userId)).length]).toEqual([1, 0])
    const [job] = await owner().$queryRaw<{ waiting: number }[]>`SELECT count(*)::int AS waiting FROM pgboss.job WHERE name = 'outbox.send' AND data ->> 'messageId' = ${sent[0]?.id}`
    expect(job?.waiting).toBe(1)
  })

  it('is chosen anew once, within half an hour; every session ends, and the owner is told', async () => {
    const { actor, home } = await signedIn()
    await ask(actor.email)
    const token = link((await mails(actor.userId))[0]?.body ?? '')
    const [row] = await owner().$queryRaw<{ minutes: number }[]>`SELECT extract(epoch FROM expires_at - created_at)::int / 60 AS minutes FROM user_invitation WHERE user_id = ${actor.userId}::uuid`
    expect([row?.minutes, (await invitedUser(token))?.email]).toEqual([30, actor.email])
    expect((await submit(choosePassword, { token, password: fresh, again: fresh })).redirectedTo).toBe('/sign-in?welcome=1')
    expect([await live(actor.sessionId), await live(home), await openSession(actor.token)]).toEqual([0, 0, null])
    expect((await mails(actor.userId)).map((mail) => mail.subject)).toEqual(['Ny adgangskode til Indgang', 'Din adgangskode til Indgang er skiftet'])
    expect((await submit(choosePassword, { token, password: 'et helt andet langt ord', again: 'et helt andet langt ord' })).state?.message).toContain('virker ikke mere')
  })

  it('mails three links an hour to one address and no more, and none that is too old opens anything', async () => {
    const { actor } = await signedIn()
    for (let asked = 0; asked < 5; asked += 1) {
      // Pressed twice in the same minute it is one mail.
      await Promise.all([ask(actor.email), ask(actor.email)])
      expect((await mails(actor.userId)).length).toBe(Math.min(asked + 1, 3))
      await owner().$executeRaw`DELETE FROM access.rate_limit WHERE key LIKE 'forgot-password-again%'`
    }
    await owner().userInvitation.updateMany({ where: { userId: actor.userId }, data: { expiresAt: new Date() } })
    expect(await invitedUser(link((await mails(actor.userId))[2]?.body ?? ''))).toBeNull()
  })

  it('says in Danish what is wrong with what was typed', async () => {
    expect((await ask('ingen adresse')).state?.fields?.email?.[0]).toMatch(/e-mail/i)
    const texts = JSON.stringify([await submit(choosePassword, {}), await submit(choosePassword, { token: 'x', password: 'y'.repeat(1001), again: 'z'.repeat(1001) })])
    expect(texts).not.toMatch(/Invalid|expected|Too big/)
  })

  it('is no door for those who work here: the functions belong to the sign-in alone', async () => {
    const { actor } = await signedIn()
    for (const sql of ["SELECT access.forgot_password('a@b.c', 'x', 'x', 'x')", "SELECT access.mail_user(access.uid(), 'x', 'x')", "SELECT access.accept_invitation('x', 'x')"])
      await expect(transaction({ role: 'app', token: actor.token }, (tx) => tx.$queryRawUnsafe(sql))).rejects.toThrow(/permission denied/)
    await expect(callAccess("SELECT access.accept_invitation('x', 'x')", [])).rejects.toThrow(/permission denied/)
  })
})
