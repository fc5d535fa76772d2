import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { closeCase } from '@/lib/casework/cases/actions'
import { personCases } from '@/lib/casework/cases/queries'
import { followMethod, giveClip, holdLookBack, leaveMethod, moveOn, takeBackMove, tickCriterion } from '@/lib/casework/methods/actions'
import { missingNow, nextLookBack } from '@/lib/casework/methods/rules'
import { withMethodWords } from '@/lib/oversight/subject-export/method-words'
import { METHODS } from '@/prisma/reference/methods/load'
import { today } from '@/lib/platform/clock'
import { addMonths, type Day } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { following, methodOf, shipped, unitOf } from '../../support/methods'

let me: Actor, colleague: Actor
const day = today()
type Ref = { personId: string; caseId: string }
const place = async (ref: Ref) => (await methodOf(me, ref))?.followed.place ?? null
const tick = (ref: Ref, step: string, item: string, words = '', by = me) => as(by, () => submit(tickCriterion, { ...ref, step, item, words }))
const move = (ref: Ref, turn: number, to: string, words = '', by = me) => as(by, () => submit(moveOn, { ...ref, turn: String(turn), to, words }))
const boxes = (name: string, on: Day) => ({ [`${name}.day`]: on.slice(8), [`${name}.month`]: on.slice(5, 7), [`${name}.year`]: on.slice(0, 4) })
const clip = (ref: Ref, step: string, on = day) => as(me, () => submit(giveClip, { ...ref, step, words: '', ...boxes('clipOn', on) }))
const back = (ref: Ref, of: number) => as(me, () => submit(takeBackMove, { ...ref, of: String(of) }))
const names = (found: Awaited<ReturnType<typeof place>>) => found && missingNow(found).map(({ item, step }) => item?.key ?? step.key)

beforeAll(async () => {
  const unitId = await unitOf('Jobcentret')
  ;[me, colleague] = [await staff('CASEWORKER', { name: 'Jonas Jobcenter', unitId }), await staff('CASEWORKER', { name: 'Ida Igen', unitId })]
})

describe('a method in phases', () => {
  it('is followed from its first phase, with what is required on top of what is missing', async () => {
    const ref = await following(me, 'mit-liv')
    const found = await place(ref)
    expect([found?.at?.step.key, found?.at?.nth, found?.at?.of, names(found)]).toEqual(['kontakt', 1, 4, ['moeder', 'vigtigst', 'klar', 'forsoegt']])
    expect(await owner().auditEvent.findFirst({ where: { personId: ref.personId, action: 'case.method-followed' } })).not.toBeNull()
  })

  it('ticks a criterion with a note, once, and takes it back; all of it stays in the history', async () => {
    const ref = await following(me, 'mit-liv')
    await tick(ref, 'kontakt', 'moeder', 'Tirsdag og fredag i tre uger')
    expect((await tick(ref, 'kontakt', 'moeder')).state?.message).toContain('allerede')
    expect([...((await place(ref))?.met.values() ?? [])].map(({ words }) => words)).toEqual(['Tirsdag og fredag i tre uger'])
    await back(ref, 2)
    expect((await back(ref, 2)).state?.message).toContain('allerede')
    expect((await place(ref))?.met.size).toBe(0)
    expect((await methodOf(me, ref))?.followed.moves.map(({ number, kind, by }) => [number, kind, by])).toEqual([[3, 'undo', 'Jonas Jobcenter'], [2, 'met', 'Jonas Jobcenter'], [1, 'follow', 'Jonas Jobcenter']])
    expect((await personCases(me, ref.personId, async () => null))?.content?.more.followed.get(ref.caseId)?.moves).toHaveLength(3)
  })

  it('opens the next phase when what is required is met, or with a written reason, and says what is missing', async () => {
    const ref = await following(me, 'mit-liv')
    const refused = await move(ref, 1, 'stabilisering')
    expect(refused.state?.fields?.words?.join()).toContain('Vi ses to gange om ugen')
    for (const item of ['moeder', 'vigtigst', 'klar']) await tick(ref, 'kontakt', item)
    await move(ref, 1, 'stabilisering')
    expect((await place(ref))?.at?.nth).toBe(2)
    expect((await move(ref, 5, 'overgang', 'Springer over')).state?.message).toContain('findes ikke')
    await move(ref, 5, 'praktik', 'Har selv fundet en plads i bageriet')
    expect((await place(ref))?.at?.step.key).toBe('praktik')
  })

  it('goes back with a reason, and to the end; what is finished is not moved on', async () => {
    const ref = await following(me, 'mit-liv')
    await move(ref, 1, 'stabilisering', 'Kender os fra sidste år')
    expect((await move(ref, 2, 'kontakt')).state?.fields).toHaveProperty('words')
    await move(ref, 2, 'kontakt', 'Mistede taget efter flytningen')
    expect((await place(ref))?.at?.nth).toBe(1)
    for (const [turn, to] of [[3, 'stabilisering'], [4, 'praktik'], [5, 'overgang'], [6, 'finish']] as const) await move(ref, turn, to, 'Aftalt')
    expect([(await place(ref))?.finishedOn, (await move(ref, 7, 'finish', 'Igen')).state?.message]).toEqual([day, expect.stringContaining('findes ikke')])
  })

  it('told to two at once goes to the first, and the second is told', async () => {
    const ref = await following(me, 'mit-liv')
    await owner().assignment.create({ data: { personId: ref.personId, userId: colleague.userId, reason: 'test', fromDay: new Date('2026-01-01') } })
    const both = await Promise.all([move(ref, 1, 'stabilisering', 'Den ene'), move(ref, 1, 'stabilisering', 'Den anden', colleague)])
    expect(both.filter(({ redirectedTo }) => redirectedTo)).toHaveLength(1)
    expect(both.find(({ state }) => state)?.state?.message).toContain('ændret imens')
    // A form from before, also where the case has come back to where the form stood.
    await move(ref, 2, 'kontakt', 'Tilbage')
    expect((await move(ref, 1, 'stabilisering', 'Fra i går')).state?.message).toContain('ændret imens')
    await move(ref, 3, 'stabilisering', 'Igen')
    const ticks = await Promise.all([tick(ref, 'stabilisering', 'maal'), tick(ref, 'stabilisering', 'hverdag', '', colleague)])
    // Two ticks on two lines are nobody's conflict.
    expect([ticks.filter(({ redirectedTo }) => redirectedTo).length, (await place(ref))?.met.size]).toEqual([2, 2])
    expect((await Promise.all([tick(ref, 'stabilisering', 'delmaal'), tick(ref, 'stabilisering', 'delmaal', '', colleague)])).filter(({ redirectedTo }) => redirectedTo)).toHaveLength(1)
  })
})

it('a punch card takes a clip a module on its day, no more than it has, and asks for all of them at the end', async () => {
  const ref = await following(me, 'naeste-skridt')
  expect((await clip(ref, 'it', addMonths(day, 1))).state?.fields).toHaveProperty('clipOn')
  await clip(ref, 'it')
  await clip(ref, 'it')
  expect((await clip(ref, 'it')).state?.message).toContain('fuldt')
  expect((await clip(ref, 'visitation')).state?.message).toContain('findes ikke')
  expect((await place(ref))?.clips.get('it')).toHaveLength(2)
  await move(ref, 1, 'forloeb', 'Klar')
  await move(ref, 4, 'afslutning', 'Klar')
  expect((await move(ref, 5, 'finish')).state?.fields?.words?.join()).toContain('klip mangler i Kost')
})

it('a look back moves the next one so many months on', async () => {
  const ref = await following(me, 'ny-indsats')
  const due = async () => { const found = await place(ref); return found && nextLookBack(found) }
  expect(await due()).toBe(addMonths(day, 6))
  const past = addMonths(day, -2)
  expect((await as(me, () => submit(holdLookBack, { ...ref, words: '', ...boxes('lookOn', past) }))).state?.fields).toHaveProperty('words')
  await as(me, () => submit(holdLookBack, { ...ref, words: 'Møder stabilt', ...boxes('lookOn', past) }))
  expect(await due()).toBe(addMonths(past, 6))
})

it('a role is ticked with whose it is', async () => {
  const ref = await following(me, 'koordinatorgruppe')
  expect((await tick(ref, 'gruppe', 'jobcenter')).state?.fields).toHaveProperty('words')
  await tick(ref, 'gruppe', 'jobcenter', 'Peter Dam, Jobcentret')
  expect((await place(ref))?.met.get('gruppe.jobcenter')?.words).toBe('Peter Dam, Jobcentret')
})

it('another method begins afresh, the former stays in the history; stopped, none is followed', async () => {
  const ref = await following(me, 'gps')
  await tick(ref, 'plan', 'plan')
  await as(me, async () => submit(followMethod, { ...ref, turn: '1', methodVersionId: await shipped('mentorforloeb') }))
  expect([(await place(ref))?.method.name.da, (await place(ref))?.met.size]).toEqual(['Mentorforløb', 0])
  expect((await as(me, () => submit(leaveMethod, { ...ref, turn: '3', words: '' }))).state?.fields).toHaveProperty('words')
  // From a page that has grown old neither another is chosen nor this one stopped.
  const old = [await as(me, async () => submit(followMethod, { ...ref, turn: '1', methodVersionId: await shipped('mit-liv') })), await as(me, () => submit(leaveMethod, { ...ref, turn: '1', words: 'Flytter til en anden indsats' }))]
  expect(old.map(({ state }) => state?.message)).toEqual([expect.stringContaining('ændret imens'), expect.stringContaining('ændret imens')])
  await as(me, () => submit(leaveMethod, { ...ref, turn: '3', words: 'Flytter til en anden indsats' }))
  expect([await place(ref), (await methodOf(me, ref))?.followed.moves.length]).toEqual([null, 4])
  expect((await tick(ref, 'match', 'valgt')).state?.message).toContain('følger ikke længere')
})

it('a closed case does not move', async () => {
  const ref = await following(me, 'gps')
  await as(me, () => submit(closeCase, { ...ref, number: '1', outcome: 'goal', months: '6', weeks: '4' }))
  expect((await tick(ref, 'plan', 'plan')).state?.message).toContain('Genåbn')
})

it('all eight methods are there, each key once, in both languages', async () => {
  await shipped('mit-liv')
  expect([Object.keys(METHODS).length, await owner().methodVersion.count()]).toEqual([8, 8])
  for (const { steps, name, lead } of Object.values(METHODS)) {
    expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length)
    for (const { items, ...step } of steps) expect([new Set(items.map(({ key }) => key)).size, step.kind === 'clips' ? Number(step.clips) > 0 : step.clips === null]).toEqual([items.length, true])
    expect([name, lead, ...steps.flatMap((step) => [step.name, ...step.items.map(({ text }) => text)])].filter(({ da, en }) => !da || !en)).toEqual([])
  }
})

it('whoever asks for their data is told what happened in words, not keys', async () => {
  const ref = await following(me, 'mit-liv')
  await tick(ref, 'kontakt', 'vigtigst')
  const moves = await owner().caseMove.findMany({ where: { caseId: ref.caseId }, orderBy: { number: 'asc' } })
  const rows = [...moves.map(({ id, versionId, step, item }) => ({ tab: 'case_move', key: id, image: { version_id: versionId, step, item } })), { tab: 'contact', key: 'x', image: { step: 'kontakt' } }]
  const said = await transaction({ role: 'app', token: me.token }, (tx) => withMethodWords(tx, rows))
  expect(said.map(({ image }) => [image.step, image.item])).toEqual([[null, null], ['Kontakt og tillid', 'Borgeren har sagt, hvilket problem der skal løses først'], ['kontakt', undefined]])
})
