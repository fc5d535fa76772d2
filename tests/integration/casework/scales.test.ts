import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { measureProgress } from '@/lib/casework/progress/actions'
import { personProgress } from '@/lib/casework/progress/queries'
import { ofScale, scaleToShow } from '@/lib/casework/progress/rules'
import { retireScale, reviveScale, saveScale } from '@/lib/casework/progress/scales/actions'
import { keptScales, oneScale } from '@/lib/casework/progress/scales/queries'
import { scaleChoices } from '@/lib/casework/methods/catalogue/queries'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { whileWriting } from '../../support/at-once'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'

let coordinator: Actor, caseworker: Actor
const typed = { nameDa: 'Søvn', nameEn: 'Sleep', aboutDa: 'Hvordan sover du?', aboutEn: 'How do you sleep?', lowest: '0', highest: '6', better: 'higher', noise: '2', areas: '2', 'area0.da': 'Falde i søvn', 'area0.en': 'Falling asleep', 'area1.da': 'Blive i søvn', 'area1.en': 'Staying asleep', anchors: '1', 'anchor0.value': '6', 'anchor0.da': 'godt', 'anchor0.en': 'well' }
const save = (values: Record<string, string> = {}, by = coordinator) => as(by, () => submit(saveScale, { series: '', seen: '0', do: 'save', ...typed, ...values }))
const newest = async (name: string) => { const found = (await keptScales(coordinator)).find(({ nameDa }) => nameDa === name); if (!found) throw new Error(`No scale ${name}`); return found }
const progress = async (id: string) => { const found = (await personProgress(coordinator, id, async () => null))?.content?.more; if (!found) throw new Error('No progress'); return found }
const measure = (personId: string, scale: string, dimension: string, rating: string) => as(coordinator, () => submit(measureProgress, { personId, scale, ratedBy: 'together', 'measuredOn.day': '2', 'measuredOn.month': '2', 'measuredOn.year': '2026', [`rating.${dimension}`]: rating }))

beforeAll(async () => {
  ;[coordinator, caseworker] = [await staff('VETERAN_COORDINATOR'), await staff('CASEWORKER')]
})

it('a scale is made in the pages and measured on at once, and a method may name it', async () => {
  expect((await save({ nameDa: 'Søvn A' })).redirectedTo).toBe('/admin/scales')
  const scale = await newest('Søvn A')
  expect(scale).toMatchObject({ number: 1, noise: 2, dimensions: [{ nameDa: 'Falde i søvn' }, { nameDa: 'Blive i søvn' }], anchors: [{ value: 6, da: 'godt' }] })
  const { id } = await veteran()
  expect((await measure(id, scale.code, scale.dimensions[0]?.code ?? '', '4')).state?.fields).toBeUndefined()
  expect((await progress(id)).measured).toMatchObject([{ scale: scale.code }])
  expect((await scaleChoices(coordinator, null)).map(({ code }) => code)).toContain(scale.code)
  expect(await owner().auditEvent.count({ where: { action: 'scale.saved', actorUserId: coordinator.userId } })).toBe(1)
})

it('a change is a new version: what was measured keeps its own, and the page opens with the newer', async () => {
  await save({ nameDa: 'Søvn B' })
  const [first, { id }] = [await newest('Søvn B'), await veteran()]
  await measure(id, first.code, first.dimensions[0]?.code ?? '', '4')
  await save({ series: first.series, seen: '1', nameDa: 'Søvn B2', highest: '10', 'anchor0.value': '10' })
  const second = await newest('Søvn B2')
  expect([second.number, second.series, (await oneScale(coordinator, first.code))?.code]).toEqual([2, first.code, second.code])
  const { scales, measured, usual } = await progress(id)
  expect(scales.find(({ code }) => code === first.code)).toMatchObject({ nameDa: 'Søvn B', highest: 6, retired: true, anchors: [{ value: 6 }] })
  expect(ofScale(measured, first.code)).toHaveLength(1)
  expect(scaleToShow(scales, measured, null, usual)?.code).toBe(second.code)
  expect(scaleToShow(scales, measured, first.code, usual)?.code).toBe(first.code)
  // The old one is asked no more, and does not come back beside the new.
  expect((await measure(id, first.code, first.dimensions[0]?.code ?? '', '5')).state?.message).toContain('bruges ikke længere')
  expect((await as(coordinator, () => submit(reviveScale, { scale: first.code }))).state?.message).toBeTruthy()
  expect((await keptScales(coordinator)).filter(({ series }) => series === first.code)).toHaveLength(1)
})

it('of two who change one, the second is told and loses nothing', async () => {
  await save({ nameDa: 'Søvn C' })
  const { series } = await newest('Søvn C')
  const both = await Promise.all(['Den ene', 'Den anden'].map((nameDa) => save({ series, seen: '1', nameDa })))
  expect(both.filter(({ redirectedTo }) => redirectedTo)).toHaveLength(1)
  expect(both.find(({ state }) => state)?.state).toMatchObject({ message: expect.stringContaining('imens'), values: { nameDa: expect.stringContaining('Den') } })
  expect((await save({ series, seen: '7', nameDa: 'Den syvende' })).state?.message).toContain('imens')
  // Written by another at that very moment.
  const { anchors: _, ...second } = await owner().progressScale.findFirstOrThrow({ where: { series, number: 2 } })
  expect((await whileWriting((tx) => tx.progressScale.create({ data: { ...second, code: 'samtidig', number: 3, anchors: [] } }), () => save({ series, seen: '2', nameDa: 'Den tredje' }))).state?.message).toContain('imens')
})

it('is taken out of use and in again, and by nobody without the right', async () => {
  await save({ nameDa: 'Søvn D' })
  const { code } = await newest('Søvn D')
  const [retire, revive] = [retireScale, reviveScale].map((action) => async () => (await as(coordinator, () => submit(action, { scale: code }))).state?.message)
  // Once more by whoever has the page open from before: somebody was first.
  expect([await revive?.(), await retire?.(), await retire?.()]).toEqual([expect.stringContaining('imens'), undefined, expect.stringContaining('imens')])
  expect((await newest('Søvn D')).retired).toBe(true)
  expect([await revive?.(), await revive?.()]).toEqual([undefined, expect.stringContaining('imens')])
  expect((await newest('Søvn D')).retired).toBe(false)
  expect((await save({ nameDa: 'Søvn E' }, caseworker)).redirectedTo).toBeNull()
  await expect(transaction({ role: 'app', token: caseworker.token }, (tx) => tx.$executeRaw`UPDATE progress_scale SET retired_on = current_date WHERE code = ${code}`)).resolves.toBe(0)
  await expect(transaction({ role: 'app', token: coordinator.token }, (tx) => tx.$executeRaw`UPDATE progress_scale SET noise = 1 WHERE code = ${code}`)).rejects.toThrow()
  await expect(transaction({ role: 'app', token: coordinator.token }, (tx) => tx.$executeRaw`INSERT INTO progress_dimension (code, scale_code, name_da, name_en, position) VALUES ('sneg-ind', ${code}, 'x', 'x', 9)`)).rejects.toThrow()
})
