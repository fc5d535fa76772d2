import { beforeAll, expect, it } from 'vitest'
import { proposeRight, withdrawRight } from '@/lib/access/rights/actions'
import type { Actor } from '@/lib/access/permissions'
import { keyOf } from '@/lib/messaging/outbox/writes'
import { today } from '@/lib/platform/clock'
import { addDays } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { tellOfRights } from '@/lib/oversight/rights/jobs'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'

let proposer: Actor, other: Actor, english: Actor, manager: Actor, stranger: Actor, caseworker: Actor, gone: Actor
const tell = () => tellOfRights(null, new AbortController().signal)
const mails = ({ userId }: Actor) => owner().outboxMessage.findMany({ where: { userId }, select: { subject: true, body: true, recipient: true } })
const propose = (userId: string, right = 'role:MANAGER') => as(proposer, () => submit(proposeRight, { userId, right, reason: 'Ny opgave fra mandag' }))
const many = async () => Promise.all([other, english, manager].map(async (actor) => (await mails(actor)).length))

beforeAll(async () => {
  const unit = await owner().unit.create({ data: { code: 'here', nameDa: 'Her', nameEn: 'Here' } })
  ;[proposer, other, english, manager, stranger, caseworker, gone] = [await staff('ADMINISTRATOR'), await staff('ADMINISTRATOR'), await staff('ADMINISTRATOR'), await staff('MANAGER', { unitId: unit.id }), await staff('MANAGER'), await staff('CASEWORKER', { unitId: unit.id, name: 'Hemmelig Medarbejder' }), await staff('ADMINISTRATOR')]
  await owner().user.update({ where: { id: english.userId }, data: { locale: 'en' } })
  await owner().roleGrant.updateMany({ where: { userId: gone.userId }, data: { toDay: new Date('2020-02-01') } })
})

it('a right that waits is told to those who may give it and to nobody else, once, without whose or which it is', async () => {
  expect((await propose(caseworker.userId)).redirectedTo).toBe(`/admin/users/${caseworker.userId}`)
  const [queued] = await owner().$queryRaw<{ many: number }[]>`SELECT count(*)::int AS many FROM pgboss.job WHERE name = 'right.asked'`
  expect(queued?.many).toBe(1)
  await Promise.all([tell(), tell()])
  expect(await many()).toEqual([1, 1, 1])
  for (const actor of [proposer, stranger, caseworker, gone]) expect(await mails(actor)).toEqual([])
  for (const [actor, words] of [[other, 'venter på'], [manager, 'venter på'], [english, 'waiting']] as const) {
    const [mail] = await mails(actor)
    expect([mail?.recipient, mail?.subject.includes(words), mail?.body.includes('/rights\n')]).toEqual([actor.email, true, true])
    for (const secret of ['Hemmelig', caseworker.email, caseworker.userId, 'MANAGER', 'Leder', 'Ny opgave']) expect(`${mail?.subject} ${mail?.body}`).not.toContain(secret)
  }
})

it('one that is proposed later the same day is told the next morning and not the same day; one that was told is not told again, nor one that was taken back', async () => {
  const second = await staff('CASEWORKER')
  await propose(second.userId)
  await tell()
  expect(await many()).toEqual([1, 1, 1])
  // As it stands a day later: yesterday's mail, and a proposal made after it.
  const ofYesterday = ({ userId }: Actor, createdAt: Date) => owner().outboxMessage.updateMany({ where: { userId }, data: { createdAt, idempotencyKey: keyOf(`right asked ${userId} ${addDays(today(), -1)}`) } })
  await ofYesterday(other, new Date(Date.now() - 86_400_000))
  await ofYesterday(english, new Date())
  await tell()
  expect(await many()).toEqual([2, 1, 1])
  await tell()
  expect(await many()).toEqual([2, 1, 1])
  for (const { id } of await owner().rightProposal.findMany({ where: { outcome: null } })) await as(proposer, () => submit(withdrawRight, { proposalId: id }))
  await owner().outboxMessage.deleteMany()
  expect(await tell()).toBeNull()
})

it('what has waited for days is not written of again', async () => {
  await propose((await staff('CASEWORKER')).userId)
  await owner().$executeRaw`UPDATE right_proposal SET proposed_at = now() - interval '4 days' WHERE outcome IS NULL`
  expect(await tell()).toBeNull()
})

it('nobody but the job asks who they are', async () => {
  for (const actor of [proposer, manager]) await expect(transaction({ role: 'app', token: actor.token }, (tx) => tx.$queryRaw`SELECT 1 FROM access.right_deciders()`)).rejects.toThrow('permission denied')
})
