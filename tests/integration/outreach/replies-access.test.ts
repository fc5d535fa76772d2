import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { readPublic } from '@/lib/access/read'
import { sendReply } from '@/lib/outreach/replies/actions'
import { freeSlots, openReplyPage } from '@/lib/outreach/replies/reply-page'
import { staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'
import { freeSlot, replyCode } from '../../support/reply-code'

let coordinator: Actor
beforeAll(async () => {
  coordinator = await staff('VETERAN_COORDINATOR')
})

describe('one time, twenty people at once', () => {
  it('one gets it; the others keep what they typed and see the times that are left', async () => {
    const slotId = await freeSlot(coordinator.userId)
    const left = await freeSlot(coordinator.userId)
    const codes = await Promise.all(Array.from({ length: 20 }, async () => replyCode((await veteran()).id)))
    const results = await Promise.all(codes.map((code) => submit(sendReply, { code, submission: randomUUID(), kind: 'TALK', slotId, message: 'kommer med min bror' })))
    expect(results.filter((result) => result.redirectedTo)).toHaveLength(1)
    const lost = results.filter((result) => !result.redirectedTo)
    expect(lost).toHaveLength(19)
    for (const { state } of lost) expect(state).toMatchObject({ fields: { slotId: [expect.any(String)] }, values: { message: 'kommer med min bror', kind: 'TALK' } })
    expect(await owner().talk.count({ where: { slotId, cancelledAt: null } })).toBe(1)
    expect(await owner().reply.count({ where: { kind: 'TALK' } })).toBe(1)
    const offered = await freeSlots(codes[0] ?? '')
    expect(offered.map((slot) => slot.id)).toContain(left)
    expect(offered.map((slot) => slot.id)).not.toContain(slotId)
  })

  it('a time that was closed, has passed or is within a day cannot be taken', async () => {
    const closed = await freeSlot(coordinator.userId)
    await owner().talkSlot.update({ where: { id: closed }, data: { closedAt: new Date() } })
    const soon = await freeSlot(coordinator.userId, -1000)
    for (const slotId of [closed, soon, randomUUID()]) {
      const code = await replyCode((await veteran()).id)
      expect((await submit(sendReply, { code, submission: randomUUID(), kind: 'TALK', slotId })).state?.fields?.slotId).toHaveLength(1)
    }
  })
})

describe('the public role', () => {
  it('can read nothing about the person, in any table', async () => {
    const person = await veteran({ firstName: 'Hemmelig', communicationNote: 'Hemmelig' })
    const other = await veteran()
    const code = await replyCode(person.id)
    const otherCode = await replyCode(other.id)
    for (const of of [code, otherCode]) await submit(sendReply, { code: of, submission: randomUUID(), kind: 'CALL', phone: '20123456', message: 'Hemmelig besked' })
    await owner().attempt.create({ data: { personId: person.id, channel: 'PHONE', outcome: 'REACHED', happenedOn: new Date('2026-01-01'), recordedBy: coordinator.userId, note: 'Hemmelig' } })
    const tables = await owner().$queryRaw<{ name: string }[]>`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`
    const readable: string[] = []
    for (const { name } of tables)
      for (const who of [undefined, code]) {
        const rows = await readPublic(who, (tx) => tx.$queryRawUnsafe<object[]>(`SELECT * FROM "${name}" LIMIT 5`)).catch(() => [])
        if (rows.length > 0) readable.push(name)
        expect(JSON.stringify(rows), name).not.toContain('Hemmelig')
      }
    // Published lists, and nothing else, can be read whole.
    expect(readable.filter((name) => !['municipality', 'unit', 'partner', 'offer', 'year_event', 'deadline_rule', 'closing_day', 'talk_slot', 'submission', 'volunteer_role', 'local_area'].includes(name))).toEqual([])
    for (const column of ['phone', 'message', 'handled_by']) await expect(readPublic(code, (tx) => tx.$queryRawUnsafe(`SELECT ${column} FROM reply`))).rejects.toThrow()
    expect(await readPublic(code, (tx) => tx.$queryRawUnsafe<object[]>('SELECT id FROM reply'))).toHaveLength(1)
    expect(await readPublic(code, (tx) => tx.$executeRawUnsafe(`UPDATE talk SET cancelled_at = now() WHERE person_id = '${other.id}'`))).toBe(0)
    await expect(readPublic(code, (tx) => tx.$executeRawUnsafe(`INSERT INTO invitation (id, event_id, person_id) VALUES (uuidv7(), uuidv7(), '${person.id}')`))).rejects.toThrow()
  })

  it('opens the same nothing for every code that does not hold', async () => {
    const person = await veteran()
    const codes = ['AAAAAAAAAAAAAAAA', 'kort', '', 'x'.repeat(500), "'; DROP TABLE reply; --", await replyCode(person.id, { expiresAt: new Date(0) }), await replyCode(person.id, { revokedAt: new Date() })]
    for (const code of codes) expect(await openReplyPage(code)).toBeNull()
  })

  it('gets a page that says who reads the answer and nothing about who answers', async () => {
    const person = await veteran({ firstName: 'Hemmelig' })
    const page = await openReplyPage(await replyCode(person.id))
    expect(page?.contact?.name).toBe(coordinator.name)
    expect(JSON.stringify(page)).not.toMatch(/Hemmelig|eteran(?!_COORDINATOR)/)
  })
})
