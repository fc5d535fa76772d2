import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { followMethod, tickCriterion } from '@/lib/casework/methods/actions'
import { retireMethod, reviveMethod, saveMethod } from '@/lib/casework/methods/catalogue/actions'
import { methodList, oneMethod } from '@/lib/casework/methods/catalogue/queries'
import { missingNow } from '@/lib/casework/methods/rules'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { following, methodOf, shipped, unitOf } from '../../support/methods'

let administrator: Actor, me: Actor
const typed = { nameDa: 'Naboskab', nameEn: 'Neighbours', steps: '2', 's0.key': '', 's0.kind': 'phase', 's0.nameDa': 'Mødes', 's0.nameEn': 'Meet', 's0.lines': '2', 's0.l0.da': 'Vi har drukket kaffe', 's0.l0.en': 'We had coffee', 's0.l0.required': 'on', 's0.l1.da': 'Hunden var med', 's0.l1.en': 'The dog came', 's1.kind': 'clips', 's1.nameDa': 'Gåture', 's1.nameEn': 'Walks', 's1.clips': '3', 's1.lines': '0' }
const save = (values: Record<string, string>, by = administrator) => as(by, () => submit(saveMethod, { methodId: '', seen: '0', do: 'save', ...values }))
const made = async () => (await save(typed)).redirectedTo?.split('/').at(-1) ?? ''

beforeAll(async () => {
  await shipped('mit-liv')
  ;[administrator, me] = [await staff('ADMINISTRATOR', { name: 'Anna Admin' }), await staff('CASEWORKER', { unitId: await unitOf('Jobcentret') })]
})

it('a ninth method is made in the pages and followed at once, from the same parts', async () => {
  const id = await made()
  const found = await oneMethod(administrator, id)
  expect(found).toMatchObject({ newest: { number: 1, name: { da: 'Naboskab' }, steps: [{ kind: 'phase', items: [{ required: true }, { required: false }] }, { kind: 'clips', clips: 3 }] }, versions: [{ by: 'Anna Admin' }] })
  const ref = await following(me, '')
  await as(me, () => submit(followMethod, { ...ref, turn: '0', methodVersionId: found?.newest.id ?? '' }))
  const place = (await methodOf(me, ref))?.followed.place
  expect(place && missingNow(place).map(({ item, step, clips }) => item?.text.da ?? `${step.name.da}: ${clips}`)).toEqual(['Vi har drukket kaffe', 'Hunden var med', 'Gåture: 3'])
})

it('a change is a new version: a case in progress keeps the one it began with until the newer is chosen, and takes along what is met', async () => {
  const [id, ref] = [await made(), await following(me, '')]
  const first = (await oneMethod(administrator, id))?.newest
  const [step] = first?.steps ?? []
  await as(me, () => submit(followMethod, { ...ref, turn: '0', methodVersionId: first?.id ?? '' }))
  await as(me, () => submit(tickCriterion, { ...ref, step: step?.key ?? '', item: step?.items[0]?.key ?? '' }))
  await save({ ...typed, methodId: id, seen: '1', 's0.key': step?.key ?? '', 's0.l0.key': step?.items[0]?.key ?? '', 's0.l1.da': 'Katten var med' })
  expect([(await methodOf(me, ref))?.followed.place?.method.number, (await methodOf(me, ref))?.choices.find(({ methodId }) => methodId === id)?.number]).toEqual([1, 2])
  const newer = (await oneMethod(administrator, id))?.newest
  expect((await as(me, () => submit(followMethod, { ...ref, turn: '1', methodVersionId: first?.id ?? '' }))).state?.fields).toHaveProperty('methodVersionId')
  await as(me, () => submit(followMethod, { ...ref, turn: '1', methodVersionId: newer?.id ?? '' }))
  expect([(await methodOf(me, ref))?.followed.place?.method.number, (await methodOf(me, ref))?.followed.place?.met.size]).toEqual([2, 1])
})

it('of several who save at once one is first, and the others are told and lose nothing they typed', async () => {
  const [id, others] = [await made(), await Promise.all(Array.from({ length: 7 }, () => staff('ADMINISTRATOR')))]
  const both = await Promise.all(others.map((who, nth) => save({ ...typed, methodId: id, seen: '1', nameDa: `Den ${nth}` }, who)))
  expect(both.filter(({ redirectedTo }) => redirectedTo)).toHaveLength(1)
  const told = both.find(({ state }) => state)?.state
  expect([told?.message, String(told?.values.nameDa).startsWith('Den ')]).toEqual([expect.stringContaining('ny version'), true])
  expect((await save({ ...typed, methodId: id, seen: '7' })).state?.message).toContain('ny version')
  expect(await owner().methodVersion.count({ where: { methodId: id } })).toBe(2)
})

it('retired, no case begins with it and those that follow it go on; it can be taken into use again', async () => {
  const [id, ref, other] = [await made(), await following(me, ''), await following(me, '')]
  const version = (await oneMethod(administrator, id))?.newest
  const follow = (to: typeof ref) => as(me, () => submit(followMethod, { ...to, turn: '0', methodVersionId: version?.id ?? '' }))
  await follow(ref)
  await as(administrator, () => submit(retireMethod, { methodId: id }))
  expect((await follow(other)).state?.fields).toHaveProperty('methodVersionId')
  expect((await as(me, () => submit(tickCriterion, { ...ref, step: version?.steps[0]?.key ?? '', item: version?.steps[0]?.items[0]?.key ?? '' }))).redirectedTo).toContain('/method')
  expect((await methodList(administrator)).find((one) => one.id === id)?.retiredOn).not.toBeNull()
  expect((await as(administrator, () => submit(retireMethod, { methodId: id }))).state?.message).toBeTruthy()
  await as(administrator, () => submit(reviveMethod, { methodId: id }))
  expect((await as(administrator, () => submit(reviveMethod, { methodId: id }))).state?.message).toBeTruthy()
  expect((await follow(other)).redirectedTo).toContain('/method')
})

it('an arrow keeps what was typed and writes nothing; what is wrong stands at its field', async () => {
  const before = await owner().methodVersion.count()
  expect((await save({ ...typed, do: 'down:0' })).state?.values).toMatchObject({ do: 'down:0', 's0.nameDa': 'Mødes' })
  expect((await save({ ...typed, 's1.nameEn': '' })).state?.fields).toHaveProperty(['s1.nameEn'])
  expect(await owner().methodVersion.count()).toBe(before)
})

it('is the administrator’s and the coordinator’s, and nobody else’s', async () => {
  expect((await save(typed, await staff('VETERAN_COORDINATOR'))).redirectedTo).toContain('/admin/methods/')
  for (const role of ['CASEWORKER', 'MANAGER', 'DATA_PROTECTION_OFFICER'] as const) {
    const who = await staff(role)
    expect((await save(typed, who)).redirectedTo).toBeNull()
    await expect(methodList(who)).rejects.toThrow()
  }
})
