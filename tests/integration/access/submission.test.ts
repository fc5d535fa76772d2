import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { staffAction } from '@/lib/access/action'
import type { Actor } from '@/lib/access/permissions'
import { publicAction } from '@/lib/access/public-action'
import { newReplyCode } from '@/lib/platform/crypto/tokens'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'
import { replyCode } from '../../support/reply-code'

/** How often the action itself was begun: what is begun and done over looks the same in the tables. */
let begun = 0
const note = staffAction({
  name: 'test-note',
  may: 'person.update',
  schema: z.object({ id: z.uuid(), answer: z.string() }),
  async run({ tx, audit }, input) {
    begun++
    // Long enough that whatever is sent at the same moment has begun before this one is done.
    await tx.$queryRaw`SELECT 1 FROM pg_sleep(0.2)`
    await tx.competence.createMany({ data: [{ personId: input.id, military: 'x', civil: input.answer }] })
    await audit({ action: 'test.noted', personId: input.id })
    return { redirectTo: `/people/${input.answer}` }
  },
})
// The same permission and the same fields: nothing but its name tells it from the first.
const other = staffAction({ name: 'test-other', may: 'person.update', schema: z.object({}), async run({ audit }) { await audit({ action: 'test.other' }); return { redirectTo: '/other' } } })
const reply = publicAction({
  name: 'test-reply',
  limit: { name: 'test-reply', points: 1000, seconds: 60 },
  codeField: 'code',
  schema: z.object({ answer: z.string() }),
  async run({ tx }, { answer }) {
    const [me] = await tx.$queryRaw<{ id: string }[]>`SELECT access.citizen()::text AS id`
    await tx.$queryRaw`SELECT 1 FROM pg_sleep(0.2)`
    await tx.wish.createMany({ data: [{ personId: me?.id ?? '', kind: 'LATER', givenOn: new Date(), source: answer }] })
    return { redirectTo: `/svar/[code]/${answer}` }
  },
})
const question = publicAction({ name: 'test-question', limit: { name: 'test-question', points: 1000, seconds: 60 }, codeField: 'code', answeredOnce: true, schema: z.object({}), async run() { return { redirectTo: '/svar/[code]' } } })
const done = (id: string) => owner().competence.count({ where: { personId: id } })
const send = (actor: Actor, id: string, submission: string, answer: string) => as(actor, () => submit(note, { id, answer, submission }))

describe('one form', () => {
  it('sent twice is done once and leads to the same place', async () => {
    const [actor, someone, submission] = [await staff('VETERAN_COORDINATOR'), await veteran(), randomUUID()]
    expect((await send(actor, someone.id, submission, 'first')).redirectedTo).toBe('/people/first')
    expect((await send(actor, someone.id, submission, 'second')).redirectedTo).toBe('/people/first')
    expect(await done(someone.id)).toBe(1)
  })

  it('sent five times at the same moment too', async () => {
    const [actor, someone, submission] = [await staff('VETERAN_COORDINATOR'), await veteran(), randomUUID()]
    begun = 0
    const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => send(actor, someone.id, submission, `n${n}`)))
    expect(new Set(answers.map((answer) => answer.redirectedTo)).size).toBe(1)
    // Four waited for the first; none was begun beside it and thrown away.
    expect([await done(someone.id), begun]).toEqual([1, 1])
  })

  it('that was refused is not remembered: the next try counts', async () => {
    const [actor, someone, submission] = [await staff('VETERAN_COORDINATOR'), await veteran(), randomUUID()]
    expect((await send(actor, randomUUID(), submission, 'nobody')).state?.message).toBeTruthy()
    expect((await send(actor, someone.id, submission, 'right')).redirectedTo).toBe('/people/right')
  })

  it('replayed by somebody else gives away nothing and does nothing', async () => {
    const [actor, thief, someone, submission] = [await staff('VETERAN_COORDINATOR'), await staff('VETERAN_COORDINATOR'), await veteran(), randomUUID()]
    await send(actor, someone.id, submission, 'private')
    const answer = await send(thief, someone.id, submission, 'stolen')
    expect(answer.redirectedTo).toBeNull()
    expect(JSON.stringify(answer)).not.toContain('private')
    expect(await done(someone.id)).toBe(1)
  })

  it('used for another action is not taken for done', async () => {
    const [actor, someone, submission] = [await staff('VETERAN_COORDINATOR'), await veteran(), randomUUID()]
    await send(actor, someone.id, submission, 'first')
    const { redirectedTo, state } = await as(actor, () => submit(other, { submission }))
    expect([redirectedTo, state?.ok]).toEqual([null, undefined])
  })

  it('without a proper id is simply done', async () => {
    const [actor, someone] = [await staff('VETERAN_COORDINATOR'), await veteran()]
    for (const submission of ['', 'x', "'; --"]) expect((await send(actor, someone.id, submission, 'a')).redirectedTo).toBe('/people/a')
    expect(await done(someone.id)).toBe(3)
  })
})

describe('a citizen’s form', () => {
  it('sent twice is done once; with another code it answers nothing of the first', async () => {
    const [first, second, submission] = [await veteran(), await veteran(), randomUUID()]
    const [code, another] = [await replyCode(first.id), await replyCode(second.id)]
    const post = (with_: string, answer: string) => submit(reply, { code: with_, answer, submission })
    expect((await post(code, 'tak')).redirectedTo).toBe(`/svar/${code}/tak`)
    expect((await post(code, 'igen')).redirectedTo).toBe(`/svar/${code}/tak`)
    expect(JSON.stringify(await post(another, 'fremmed'))).not.toContain('tak')
    expect([await owner().wish.count({ where: { personId: first.id } }), await owner().wish.count({ where: { personId: second.id } })]).toEqual([1, 0])
    expect(JSON.stringify(await owner().submission.findMany())).not.toContain(code)
    const seen = (role: { role: 'public'; code?: string }) => transaction(role, (tx) => tx.submission.count())
    expect([await seen({ role: 'public', code }), await seen({ role: 'public', code: another }), await seen({ role: 'public' })]).toEqual([1, 0, 0])
  })

  it('sent five times at the same moment too', async () => {
    const who = await veteran()
    const [code, submission] = [await replyCode(who.id), randomUUID()]
    const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => submit(reply, { code, answer: `n${n}`, submission })))
    expect([new Set(answers.map((answer) => answer.redirectedTo)).size, await owner().wish.count({ where: { personId: who.id } })]).toEqual([1, 1])
  })

  it('whose code opens one question is remembered for nobody, and simply done', async () => {
    const [code, submission] = [newReplyCode(), randomUUID()]
    const answer = () => submit(question, { code, submission })
    expect([(await answer()).redirectedTo, (await answer()).redirectedTo]).toEqual([`/svar/${code}`, `/svar/${code}`])
    expect(await owner().submission.count({ where: { id: submission } })).toBe(0)
  })
})
