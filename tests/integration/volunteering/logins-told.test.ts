import { beforeAll, describe, expect, it } from 'vitest'
import type { RoleName } from '@/lib/access/matrix'
import { roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { approverDay } from '@/lib/access/day/queries'
import { today } from '@/lib/platform/clock'
import { transaction } from '@/lib/platform/db'
import { leadDay } from '@/lib/volunteering/day/queries'
import { listVolunteers } from '@/lib/volunteering/list/queries'
import { listView } from '@/lib/volunteering/list/schema'
import { giveLogin } from '@/lib/volunteering/logins/actions'
import { tellOfLogin } from '@/lib/volunteering/logins/jobs'
import { askedLogins } from '@/lib/volunteering/logins/queries'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { person } from '../../support/factories'
import { volunteer } from '../../support/volunteers'

let lead: Actor, nr = 0
const give = (volunteerId: string, by = lead) => as(by, () => submit(giveLogin, { volunteerId }))
const writeEmail = (id: string, email: string, by = lead) => transaction({ role: 'app', token: by.token }, (tx) => tx.$executeRaw`UPDATE volunteer SET email = ${email} WHERE id = ${id}::uuid`)

beforeAll(async () => {
  await loadReference(owner())
  lead = await staff('VOLUNTEER_LEAD')
})

describe('a login by an address one wrote oneself', () => {
  it('that waits is told, by mail and on the first page, to those who may give it and to nobody else; each once, without whose it is', async () => {
    const unit = await owner().unit.create({ data: { code: 'told', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })
    const [english, manager, stranger, colleague, caseworker] = [await staff('ADMINISTRATOR'), await staff('MANAGER', { unitId: unit.id }), await staff('MANAGER'), await staff('VOLUNTEER_LEAD'), await staff('CASEWORKER', { unitId: unit.id })]
    await owner().user.update({ where: { id: english.userId }, data: { locale: 'en' } })
    const gone = await staff('ADMINISTRATOR')
    await owner().roleGrant.updateMany({ where: { userId: gone.userId }, data: { toDay: new Date('2020-02-01') } })
    const [id, email] = [await volunteer({ step: 'active' }), 'formerly-theirs@test.invalid']
    await owner().volunteer.update({ where: { id }, data: { email } })
    await writeEmail(id, `told-${++nr}@test.invalid`)
    await give(id)
    const [queued] = await owner().$queryRaw<{ many: number }[]>`SELECT count(*)::int AS many FROM pgboss.job WHERE name = 'volunteer.login-asked' AND data->>'volunteerId' = ${id}`
    expect(queued?.many).toBe(1)
    const tell = () => tellOfLogin({ volunteerId: id }, new AbortController().signal)
    const told = (actor: Actor) => owner().outboxMessage.findMany({ where: { userId: actor.userId }, select: { subject: true, body: true, recipient: true } })
    expect((await tell())?.sent).toBeGreaterThanOrEqual(3)
    // Asked for again it is the same request: nobody is told twice.
    await give(id)
    expect(await tell()).toBeNull()
    const { number, firstName, lastName } = await owner().volunteer.findUniqueOrThrow({ where: { id } })
    for (const [who, words, place] of [[english, 'asked for a login', '/rights'], [manager, 'bedt om et login', '/rights'], [colleague, 'bedt om et login', '/volunteers?tab=active&only=login']] as const) {
      const mails = await told(who)
      expect([mails.length, mails[0]?.recipient, mails[0]?.body.includes(words), mails[0]?.body.includes(`${place}\n`)], place).toEqual([1, who.email, true, true])
      for (const secret of [firstName + ' ' + lastName, email, 'told-', id, String(number)]) expect(`${mails[0]?.subject} ${mails[0]?.body}`).not.toContain(secret)
    }
    for (const who of [lead, stranger, caseworker, gone]) expect(await told(who)).toEqual([])
    const waits = async (actor: Actor) => (await leadDay(actor, today()))?.lines.find(({ key }) => key === 'logins')?.count ?? 0
    const listed = async (actor: Actor) => (await listVolunteers(actor, listView.parse({ tab: 'active', only: 'login' }), today())).rows.map((row) => row.id)
    expect([await listed(colleague), await listed(lead)]).toEqual([expect.arrayContaining([id]), expect.not.arrayContaining([id])])
    expect(await waits(colleague)).toBe((await listed(colleague)).length)
    const toGive = async (actor: Actor) => (await approverDay(actor, today())).logins.length
    const before = await toGive(manager)
    expect([before, await toGive(stranger)]).toEqual([(await askedLogins(manager)).filter(({ own }) => !own).length, 0])
    for (const role of roles.filter((one) => one !== 'VOLUNTEER_LEAD')) expect([role, await transaction({ role: 'app', token: (await staff(role as RoleName)).token }, (tx) => tx.$queryRaw`SELECT 1 FROM access.logins_to_give()`)]).toEqual([role, []])
    await expect(transaction({ role: 'app', token: manager.token }, (tx) => tx.$queryRaw`SELECT 1 FROM access.login_deciders(${id}::uuid)`)).rejects.toThrow('permission denied')
    // Given meanwhile: nobody is told any more, and the line is gone.
    await give(id, colleague)
    await owner().outboxMessage.deleteMany({ where: { userId: { in: [english.userId, manager.userId, colleague.userId] } } })
    expect([await tell(), (await listed(colleague)).includes(id), await toGive(manager)]).toEqual([null, false, before - 1])
  })

  it('is neither its writer’s nor its asker’s to give, also where those are two', async () => {
    const [writer, asker, third, id] = [await staff('VOLUNTEER_LEAD', { roles: ['VOLUNTEER_LEAD', 'ADMINISTRATOR'] }), await staff('VOLUNTEER_LEAD'), await staff('VOLUNTEER_LEAD'), await volunteer({ step: 'active' })]
    await writeEmail(id, `two-${++nr}@test.invalid`, writer)
    await give(id, writer)
    // Nor do they count it on their first page, where they give rights as well.
    const asked = await askedLogins(writer)
    expect([asked.some(({ own }) => own), (await approverDay(writer, today())).logins.length]).toEqual([true, asked.filter(({ own }) => !own).length])
    // They are one and the same as the product is today: who did not write the address gives the login at once.
    await owner().$executeRaw`UPDATE volunteer_login_request SET asked_by = ${asker.userId}::uuid WHERE volunteer_id = ${id}::uuid`
    const theirs = (actor: Actor) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$queryRaw<{ id: string }[]>`SELECT volunteer_id::text AS id FROM access.logins_to_give()`).then((rows) => rows.some((row) => row.id === id))
    expect([await theirs(writer), await theirs(asker), await theirs(third)]).toEqual([false, false, true])
  })

  it('of one’s own family is not told of as one’s to give', async () => {
    const [kin, id] = [await person('VETERAN'), await volunteer({ step: 'active' })]
    const near = await staff('VOLUNTEER_LEAD', { personId: kin.id })
    await owner().volunteerTie.create({ data: { volunteerId: id, personId: kin.id, tiedBy: lead.userId } })
    await writeEmail(id, `near-${++nr}@test.invalid`)
    await give(id)
    const mine = (actor: Actor) => transaction({ role: 'app', token: actor.token }, (tx) => tx.$queryRaw<{ id: string }[]>`SELECT volunteer_id::text AS id FROM access.logins_to_give()`).then((rows) => rows.some((row) => row.id === id))
    expect([await mine(near), await mine(await staff('VOLUNTEER_LEAD'))]).toEqual([false, true])
  })
})
