import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { personContacts } from '@/lib/casework/contacts/queries'
import { addStandardText, changeStandardText, retireStandardText, reviveStandardText } from '@/lib/casework/standard-texts/actions'
import { keptTexts } from '@/lib/casework/standard-texts/queries'
import { addTopic, changeTopic, retireTopic, reviveTopic } from '@/lib/casework/topics/actions'
import { keptTopics } from '@/lib/casework/topics/queries'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, veteran } from '../../support/factories'
import { nothingElse } from '../../support/nothing-else'

let writer: Actor, near: Actor, elsewhere: Actor, manager: Actor, coordinator: Actor, administrator: Actor
const add = (by: Actor, name: string, whose: string, text = 'Spurgt til søvn og arbejde. Aftalt: ') => as(by, () => submit(addStandardText, { name, text, whose }))
const names = async (by: Actor) => (await keptTexts(by)).map(({ name }) => name)
const named = async (name: string) => owner().standardText.findFirstOrThrow({ where: { name } })
const offered = async (by: Actor) => {
  const who = await veteran()
  await owner().assignment.create({ data: { personId: who.id, userId: by.userId, reason: 'test', fromDay: day('2026-01-01') } })
  return (await personContacts(by, who.id, 1, nothingElse))?.content?.more
}

beforeAll(async () => {
  const unit = async (name: string) => (await owner().unit.create({ data: { code: randomUUID(), nameDa: name, nameEn: name } })).id
  const [here, there] = [await unit('Jobcentret'), await unit('Veteranindsatsen')]
  writer = await staff('CASEWORKER', { unitId: here })
  near = await staff('CASEWORKER', { unitId: here })
  manager = await staff('MANAGER', { unitId: here })
  elsewhere = await staff('CASEWORKER', { unitId: there })
  coordinator = await staff('VETERAN_COORDINATOR', { unitId: there })
  administrator = await staff('ADMINISTRATOR')
})

describe('a standard text', () => {
  it('of one’s own is one’s own; of the unit it is everybody’s there, to use and to change', async () => {
    expect((await add(writer, 'Mine tre spørgsmål', 'own')).redirectedTo).toBe('/texts')
    await add(writer, 'Opfølgning', 'unit')
    expect([await names(writer), await names(near), await names(elsewhere)]).toEqual([['Mine tre spørgsmål', 'Opfølgning'], ['Opfølgning'], []])
    expect((await offered(near))?.texts.map(({ name }) => name)).toEqual(['Opfølgning'])
    const { id, version } = await named('Opfølgning')
    const change = (by: Actor, seen: number) => as(by, () => submit(changeStandardText, { standardTextId: id, version: String(seen), name: 'Opfølgning', text: 'Spurgt til praktikken' }))
    expect((await change(near, version)).redirectedTo).toBe('/texts')
    expect(await change(writer, version)).toMatchObject({ state: { message: expect.stringContaining('ændret imens') } })
    for (const by of [elsewhere, coordinator]) expect(await change(by, version + 1)).toMatchObject({ state: { message: expect.stringContaining('ændret imens') } })
    expect(await change(manager, version + 1)).toMatchObject({ state: { message: expect.stringContaining('adgang') } })
    expect((await named('Opfølgning')).text).toBe('Spurgt til praktikken')
  })

  it('takes no CPR number, and from whoever has no unit none for it', async () => {
    expect(await add(writer, 'Nummer', 'own', 'Ring om 610180-0123')).toMatchObject({ state: { fields: { text: [expect.stringContaining('personnummer')] } } })
    expect(await add(await staff('CASEWORKER'), 'Ingen enhed', 'unit')).toMatchObject({ state: { fields: { whose: [expect.stringContaining('enhed')] } } })
  })

  it('out of use is offered no more, and can be taken up again; twice at once it is done once', async () => {
    await add(elsewhere, 'Første samtale', 'own')
    const ref = { standardTextId: (await named('Første samtale')).id }
    const both = await Promise.all([1, 2].map(() => as(elsewhere, () => submit(retireStandardText, ref))))
    expect(both.filter(({ redirectedTo }) => redirectedTo === '/texts')).toHaveLength(1)
    expect((await offered(elsewhere))?.texts).toEqual([])
    expect(await as(writer, () => submit(reviveStandardText, ref))).toMatchObject({ state: { message: expect.stringContaining('ændret imens') } })
    await as(elsewhere, () => submit(reviveStandardText, ref))
    expect((await offered(elsewhere))?.texts.map(({ name }) => name)).toEqual(['Første samtale'])
  })
})

describe('the topics of the log', () => {
  const topic = async (nameDa: string) => owner().contactTopic.findFirstOrThrow({ where: { nameDa } })
  const asked = async () => (await offered(writer))?.topics.map(({ nameDa }) => nameDa) ?? []

  it('are added, renamed, placed and taken out of use by those who keep the lists, and by nobody else', async () => {
    expect((await as(administrator, () => submit(addTopic, { nameDa: 'Børn og skole', nameEn: 'Children and school', position: '1' }))).redirectedTo).toBe('/admin/topics')
    expect((await asked()).slice(0, 3)).toContain('Børn og skole')
    const { code, version } = await topic('Børn og skole')
    const change = (by: Actor) => as(by, () => submit(changeTopic, { topic: code, version: String(version), nameDa: 'Børn', nameEn: 'Children', position: '90' }))
    expect(await change(writer)).toMatchObject({ state: { message: expect.stringContaining('adgang') } })
    await change(coordinator)
    expect((await asked()).at(-1)).toBe('Børn')
    expect(await change(administrator)).toMatchObject({ state: { message: expect.stringContaining('ændret imens') } })
    await as(coordinator, () => submit(retireTopic, { topic: code }))
    expect([await asked(), (await keptTopics(coordinator)).at(-1)]).toEqual([expect.not.arrayContaining(['Børn']), expect.objectContaining({ nameDa: 'Børn', retired: true })])
    expect(await as(administrator, () => submit(retireTopic, { topic: code }))).toMatchObject({ state: { message: expect.stringContaining('ændret imens') } })
    await as(coordinator, () => submit(reviveTopic, { topic: code }))
    expect(await asked()).toContain('Børn')
    expect(await as(administrator, () => submit(reviveTopic, { topic: code }))).toMatchObject({ state: { message: expect.stringContaining('ændret imens') } })
  })

  it('never lose the one that is always asked about', async () => {
    expect(await as(administrator, () => submit(retireTopic, { topic: 'general' }))).toMatchObject({ state: { message: expect.stringContaining('kan ikke') } })
    await expect(owner().contactTopic.update({ where: { code: 'general' }, data: { retiredOn: day('2026-01-01') } })).rejects.toThrow()
  })
})
