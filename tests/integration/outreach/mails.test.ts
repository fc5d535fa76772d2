import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outboxSender } from '@/lib/messaging/outbox/jobs'
import { queueMail } from '@/lib/messaging/outbox/writes'
import { coordinatorHome } from '@/lib/outreach/home/queries'
import { settleMail } from '@/lib/outreach/mails/actions'
import { openMails } from '@/lib/outreach/mails/queries'
import { today } from '@/lib/platform/clock'
import { transaction } from '@/lib/platform/db'
import type { Actor } from '@/lib/access/permissions'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'
import { type MailBox, mailServer } from '../../support/mail-server'

let box: MailBox
let coordinator: Actor
beforeAll(async () => {
  box = await mailServer()
  coordinator = await staff('VETERAN_COORDINATOR')
})
afterAll(() => box.stop())

const send = () => outboxSender(() => ({ url: box.url, from: 'Demo <ingen-svar@demo.invalid>', timeoutMs: 2000 }))(null, new AbortController().signal)
/** A mail to a veteran whose e-mail address the mail server treats as its name says. */
async function mailTo(address: string, allowed = true) {
  const who = await veteran()
  await owner().contactPoint.create({ data: { personId: who.id, kind: 'EMAIL', value: address, allowed, source: 'test' } })
  const key = randomUUID()
  await transaction({ role: 'worker' }, (tx) => queueMail(tx, { key, personId: who.id, recipient: address, subject: 'Aftale', body: 'Vi ses.' }))
  await send()
  return { personId: who.id, row: () => owner().outboxMessage.findUniqueOrThrow({ where: { idempotencyKey: key } }) }
}
const settle = async (messageId: string, settlement: string) => as(coordinator, () => submit(settleMail, { messageId, settlement }))
const arrived = (address: string) => box.mails.filter((mail) => mail.to?.[0]?.address === address).length

describe('a mail in doubt', () => {
  it('is on the list and in the number on the landing page until a person says it arrived', async () => {
    const mail = await mailTo('cut-a@test.invalid')
    const { id } = await mail.row()
    expect((await openMails(coordinator)).rows.map((row) => row.id)).toContain(id)
    const before = (await coordinatorHome(coordinator, today())).openMails
    expect(before).toBeGreaterThan(0)
    await settle(id, 'sent')
    expect(await mail.row()).toMatchObject({ state: 'SENT' })
    expect((await coordinatorHome(coordinator, today())).openMails).toBe(before - 1)
    expect(await settle(id, 'again')).toMatchObject({ state: { message: 'Mailen er allerede afklaret. Genindlæs siden.' } })
    await send()
    expect(arrived('cut-a@test.invalid')).toBe(1)
  })

  it('is sent again only when a person says so, to the address that holds now', async () => {
    const mail = await mailTo('cut-b@test.invalid')
    await owner().contactPoint.updateMany({ where: { personId: mail.personId }, data: { value: 'ny-b@test.invalid' } })
    await settle((await mail.row()).id, 'again')
    await send()
    expect(await mail.row()).toMatchObject({ state: 'SENT', recipient: 'ny-b@test.invalid' })
    expect([arrived('cut-b@test.invalid'), arrived('ny-b@test.invalid')]).toEqual([1, 1])
  })
})

describe('a refused mail', () => {
  it('cannot have arrived, is not sent where nobody may write, and can be closed', async () => {
    const mail = await mailTo('no-one-c@test.invalid', false)
    const { id } = await mail.row()
    expect(await mail.row()).toMatchObject({ state: 'FAILED' })
    expect(await settle(id, 'sent')).toHaveProperty('state.message')
    expect(await settle(id, 'again')).toMatchObject({ state: { message: expect.stringContaining('ingen e-mailadresse') } })
    await settle(id, 'close')
    expect(await mail.row()).toMatchObject({ state: 'CANCELLED' })
  })

  it('to a person one may not open does not exist', async () => {
    const mail = await mailTo('no-one-d@test.invalid')
    await owner().person.update({ where: { id: mail.personId }, data: { protection: 'P3' } })
    const { id } = await mail.row()
    expect((await openMails(coordinator)).rows.map((row) => row.id)).not.toContain(id)
    expect(await settle(id, 'close')).toMatchObject({ state: { message: 'Mailen findes ikke.' } })
    expect(await mail.row()).toMatchObject({ state: 'FAILED' })
  })
})
