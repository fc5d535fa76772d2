import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outboxSender } from '@/lib/messaging/outbox/jobs'
import { queueMail } from '@/lib/messaging/outbox/writes'
import { eventFile } from '@/lib/messaging/calendar/ics'
import { transaction } from '@/lib/platform/db'
import { owner } from '../../support/db'
import { type MailBox, mailServer } from '../../support/mail-server'

let box: MailBox
beforeAll(async () => {
  box = await mailServer()
})
afterAll(() => box.stop())

const never = new AbortController().signal
const from = 'Demo Kommune <ingen-svar@demo.invalid>'
const send = (url = box.url) => outboxSender(() => ({ url, from, timeoutMs: 2000 }))(null, never)
const put = async (recipient: string, extra: object = {}) => {
  const key = randomUUID()
  await transaction({ role: 'worker' }, (tx) => queueMail(tx, { key, recipient, subject: 'Bekræftelse på aftale', body: 'Hej\n\nVi ses på Søndergade. Æblegrød, øl og å.\n', ...extra }))
  return () => owner().outboxMessage.findUniqueOrThrow({ where: { idempotencyKey: key } })
}

describe('a mail', () => {
  it('arrives once, with Danish letters and the calendar file, and keeps its id', async () => {
    const calendar = eventFile({ uid: 'x@indgang', sequence: 0, startsAt: new Date('2027-03-28T01:30:00Z'), endsAt: new Date('2027-03-28T02:15:00Z'), stampedAt: new Date('2027-01-01'), location: 'Rådhuset' }, { language: 'da', organisation: 'Demo' })
    const message = await put('anna@test.invalid', { calendar })
    await Promise.all([send(), send(), send()])
    const mails = box.mails.filter((mail) => mail.to?.[0]?.address === 'anna@test.invalid')
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({ subject: 'Bekræftelse på aftale', text: expect.stringContaining('Æblegrød, øl og å'), messageId: `<${(await message()).idempotencyKey}@demo.invalid>` })
    const invite = mails[0]?.attachments.find((attachment) => attachment.mimeType === 'text/calendar')
    expect(new TextDecoder().decode(invite?.content as ArrayBuffer)).toContain('DTSTART:20270328T013000Z')
    expect(await message()).toMatchObject({ state: 'SENT', attempts: 1, receipt: expect.stringContaining('12345') })
    // A job that comes late, for this very message, finds it done.
    await outboxSender(() => ({ url: box.url, from }))({ messageId: (await message()).id }, never)
    expect(box.mails.filter((mail) => mail.to?.[0]?.address === 'anna@test.invalid')).toHaveLength(1)
  })

  it('to an address that does not exist has failed', async () => {
    const message = await put('no-one@test.invalid')
    await send()
    expect(await message()).toMatchObject({ state: 'FAILED', errorCode: 'smtp-550', sentAt: null })
  })

  it('that the server asks to wait with is tried again later, not now', async () => {
    const message = await put('later-x@test.invalid')
    await send()
    await send()
    expect(await message()).toMatchObject({ state: 'QUEUED', errorCode: 'smtp-451', attempts: 1 })
    expect((await message()).notBefore?.getTime()).toBeGreaterThan(Date.now())
  })

  it('whose line is cut after the text is in doubt, and never sent again by itself', async () => {
    const message = await put('cut-x@test.invalid')
    await send()
    expect(await message()).toMatchObject({ state: 'UNCERTAIN', sentAt: null })
    await send()
    expect(box.mails.filter((mail) => mail.to?.[0]?.address === 'cut-x@test.invalid')).toHaveLength(1)
  })

  it('waits while no server answers', async () => {
    const message = await put('vent@test.invalid')
    await send('smtp://127.0.0.1:1')
    expect(await message()).toMatchObject({ state: 'QUEUED', attempts: 1 })
  })

  it('waits untouched while no server is connected', async () => {
    const message = await put('uden@test.invalid')
    expect(await outboxSender(() => null)(null, never)).toBeNull()
    expect(await message()).toMatchObject({ state: 'QUEUED', attempts: 0 })
  })

  it('left behind by a worker that died is in doubt', async () => {
    const message = await put('tabt@test.invalid')
    await owner().outboxMessage.update({ where: { id: (await message()).id }, data: { state: 'SENDING', leaseUntil: new Date(Date.now() - 1000) } })
    await send()
    expect(await message()).toMatchObject({ state: 'UNCERTAIN', errorCode: 'worker-lost' })
    expect(box.mails.some((mail) => mail.to?.[0]?.address === 'tabt@test.invalid')).toBe(false)
  })

  it('with the same key is one mail, and a CPR number never stands in a subject', async () => {
    const key = randomUUID()
    const again = () => transaction({ role: 'worker' }, (tx) => queueMail(tx, { key, recipient: 'to@test.invalid', subject: 'Påmindelse', body: 'x' }))
    expect([await again(), await again()]).toEqual([true, false])
    await expect(put('x@test.invalid', { subject: 'Sag 610190-1234' })).rejects.toThrow(RangeError)
    await expect(put('x@test.invalid', { subject: 'Aftale\r\nBcc: alle@test.invalid' })).rejects.toThrow(RangeError)
  })
})
