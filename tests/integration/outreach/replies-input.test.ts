import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openCode, sendReply } from '@/lib/outreach/replies/actions'
import { submit } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'
import { replyCode } from '../../support/reply-code'

async function citizen() {
  const person = await veteran()
  return { id: person.id, code: await replyCode(person.id) }
}
const send = (code: string, values: Record<string, string>) => submit(sendReply, { code, submission: randomUUID(), ...values })

describe('what bad input gets', () => {
  it('the same form twice is one answer', async () => {
    const who = await citizen()
    const form = { code: who.code, submission: randomUUID(), kind: 'CALL' }
    const both = await Promise.all([submit(sendReply, form), submit(sendReply, form)])
    expect(both.map((one) => one.redirectedTo)).toEqual([`/svar/${who.code}/kvittering`, `/svar/${who.code}/kvittering`])
    expect(await owner().reply.count({ where: { personId: who.id } })).toBe(1)
    expect(JSON.stringify(await owner().submission.findUnique({ where: { id: form.submission } }))).not.toContain(who.code)
  })

  it('a missing choice comes back at its field with everything typed', async () => {
    const who = await citizen()
    for (const [values, field] of [[{}, 'kind'], [{ kind: 'TALK' }, 'slotId'], [{ kind: 'LATER' }, 'laterMonth'], [{ kind: 'CALL', phone: '12' }, 'phone']] as const) {
      const { state } = await send(who.code, { ...values, message: 'en besked' } as Record<string, string>)
      expect(Object.keys(state?.fields ?? {}), field).toEqual([field])
      expect(state?.values.message).toBe('en besked')
    }
    expect(await owner().reply.count({ where: { personId: who.id } })).toBe(0)
  })

  it('a number begun under another choice does not stop the form', async () => {
    const who = await citizen()
    expect((await send(who.code, { kind: 'NOT_THIS_YEAR', phone: '12', laterMonth: 'x' })).redirectedTo).not.toBeNull()
  })

  it('unknown, expired, revoked and dead get one and the same sentence', async () => {
    const person = await veteran()
    const dead = await veteran({ diedOn: new Date('2026-01-01') })
    const codes = ['AAAAAAAAAAAAAAAA', await replyCode(person.id, { expiresAt: new Date(Date.now() - 1000) }), await replyCode(person.id, { revokedAt: new Date() }), await replyCode(dead.id)]
    const states = await Promise.all(codes.map(async (code) => (await send(code, { kind: 'CALL' })).state?.message))
    expect(new Set(states).size).toBe(1)
    expect(states[0]).toContain('kan ikke åbnes')
    expect(await owner().reply.count({ where: { personId: { in: [person.id, dead.id] } } })).toBe(0)
  })

  it('a typed code is read as people write it', async () => {
    expect((await submit(openCode, { code: ' hk3p-9wqd tmra-4fxn ' })).redirectedTo).toBe('/svar/HK3P9WQDTMRA4FXN')
    expect((await submit(openCode, { code: 'HK3P' })).state?.fields?.code).toHaveLength(1)
  })
})
