import { beforeEach, expect, it } from 'vitest'
import { hashPassword } from '@/lib/access/auth/password'
import { codeOf, stepAt } from '@/lib/access/second-factor/totp'
import { isProved, proofOrQuestion } from '@/lib/access/step-up/proof'
import type { Actor } from '@/lib/access/permissions'
import { seal } from '@/lib/platform/crypto/sealed'
import { staff } from '../../support/as'
import { owner } from '../../support/db'

const session = (actor: Actor, data: object) => owner().session.updateMany({ where: { id: actor.sessionId }, data })
const asked = (actor: Actor, proof?: string) => {
  const form = new FormData()
  if (proof !== undefined) form.set('proof', proof)
  return proofOrQuestion(actor, form)
}
/** Signed in, and last asked long ago. */
async function unproved(): Promise<Actor> {
  const actor = await staff('VETERAN_COORDINATOR')
  await session(actor, { provedAt: new Date(0) })
  return actor
}
beforeEach(() => owner().$executeRaw`DELETE FROM access.rate_limit`)

it('the proof is a question about a session that is there', async () => {
  const fresh = await staff('VETERAN_COORDINATOR')
  expect([await isProved(fresh), await asked(fresh)]).toEqual([true, null])
  const actor = await unproved()
  expect([await isProved(actor), await asked(actor)]).toEqual([false, { stepUp: 'password' }])
  await session(actor, { awaitsFactor: true })
  expect(await asked(actor)).toMatchObject({ signedOut: true })
  await session(actor, { awaitsFactor: false, revokedAt: new Date() })
  expect([await isProved(actor), await asked(actor)]).toEqual([false, expect.objectContaining({ signedOut: true })])
})

it('is asked for as the account signs in: by its provider, its app or its password', async () => {
  const [provider, app] = [await unproved(), await unproved()]
  await owner().user.update({ where: { id: provider.userId }, data: { issuer: 'https://idp.example', subject: provider.userId } })
  await owner().secondFactor.create({ data: { userId: app.userId, secret: Buffer.from('x'), confirmedAt: new Date() } })
  expect([await asked(provider), await asked(app)]).toEqual([{ stepUp: 'provider' }, { stepUp: 'code' }])
  // The provider asks, whatever is typed here.
  expect(await asked(provider, 'en lang adgangskode')).toEqual({ stepUp: 'provider' })
})

it('a field left empty is no try', async () => {
  const actor = await unproved()
  expect([await asked(actor, ''), await asked(actor, 'forkert')]).toEqual([{ stepUp: 'password' }, { stepUp: 'password', message: expect.any(String) }])
  expect(await owner().auditEvent.count({ where: { actorUserId: actor.userId, action: 'session.not-proved' } })).toBe(1)
})

it('is the app’s code or the password, and six digits are a password for whoever has no app', async () => {
  const [app, digits, confirmed] = [await unproved(), await unproved(), await unproved()]
  const secret = Buffer.alloc(20, 7)
  for (const { userId } of [app, confirmed]) await owner().secondFactor.create({ data: { userId, secret: Buffer.from(seal(secret.toString('hex'))), confirmedAt: new Date() } })
  for (const { userId } of [digits, confirmed]) await owner().user.update({ where: { id: userId }, data: { passwordHash: await hashPassword(userId === digits.userId ? '12345678' : 'en lang adgangskode') } })
  expect([await asked(app, codeOf(secret, stepAt(new Date()))), await asked(digits, '12345678'), await asked(confirmed, 'en lang adgangskode')]).toEqual([null, null, null])
})
