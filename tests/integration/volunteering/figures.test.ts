import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { roles } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, addMonths, dayToDb, partsOf } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { figureRows, volunteerNumbers } from '@/lib/volunteering/figures/queries'
import { type Cell, cellOf, kindOf } from '@/lib/volunteering/figures/rules'
import { askedRows } from '@/lib/volunteering/figures/schema'
import { changeVolunteer } from '@/lib/volunteering/volunteers/actions'
import { openVolunteer } from '@/lib/volunteering/volunteers/queries'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { countQueries } from '../../support/count-queries'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'
import { volunteer } from '../../support/volunteers'

let lead: Actor, manager: Actor, unit = ''
const now = today()
const { year } = partsOf(now)
beforeAll(async () => {
  await loadReference(owner())
  await owner().localArea.createMany({ data: ['midtby', 'vest', 'syd'].map((code, position) => ({ code, nameDa: code, nameEn: code, position })) })
  unit = (await owner().unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })).id
  ;[lead, manager] = [await staff('VOLUNTEER_LEAD', { unitId: unit }), await staff('MANAGER')]
})
afterEach(async () => {
  await owner().volunteerMatch.deleteMany()
  await owner().volunteerRequest.deleteMany()
  await owner().volunteer.deleteMany()
})
const cells = async (actor: Actor) => (await volunteerNumbers(actor)).cells
type Of = { roles?: string[]; areas?: string[]; birthYear?: number | null; background?: string | null; languages?: string[]; ago?: number; capacity?: number; monthlyLimit?: number }
async function helper({ languages = [], ago = 10, roles: wanted = ['mentor'], ...more }: Of = {}): Promise<string> {
  const id = await volunteer({ step: 'active', on: addDays(now, -ago), roles: wanted })
  await owner().volunteer.update({ where: { id }, data: { ...more, languages: { create: languages.map((language) => ({ language, level: 'good' })) } } })
  return id
}
const person = async () => (await veteran()).id
async function waits({ role = 'mentor', days = 10, areas = [] as string[], languages = [] as string[], personId = '' } = {}): Promise<{ id: string; personId: string }> {
  const who = personId || (await person())
  const { id } = await owner().volunteerRequest.create({ data: { personId: who, roleCode: role, since: dayToDb(addDays(now, -days)), times: [], areas, languages, challenges: [], createdBy: lead.userId, states: { create: [{ personId: who, number: 1, state: 'waiting', recordedBy: lead.userId }] } } })
  return { id, personId: who }
}
async function matched(volunteerId: string, months: number, ended: number | null = null): Promise<void> {
  const { id, personId } = await waits({ days: months * 31 + 40 })
  await owner().volunteerRequestState.create({ data: { requestId: id, personId, number: 2, state: 'met', recordedBy: lead.userId } })
  const startedOn = addMonths(now, -months)
  const match = await owner().volunteerMatch.create({ data: { requestId: id, volunteerId, personId, roleCode: 'mentor', startedOn: dayToDb(startedOn), startedBy: lead.userId } })
  if (ended !== null) await owner().volunteerMatchEnd.create({ data: { matchId: match.id, personId, endedOn: dayToDb(addMonths(startedOn, ended)), endedBy: 'both', cause: 'time', recordedBy: lead.userId } })
}
const times = <T>(many: number, run: (nth: number) => Promise<T>) => Promise.all(Array.from({ length: many }, (_, nth) => run(nth)))

/** Something of everything: small parts beside large ones. */
async function world(seed: number): Promise<void> {
  let state = seed * 7919
  const chance = () => (state = (state * 48271) % 2147483647) / 2147483647
  const some = <T>(list: readonly T[]) => list.filter(() => chance() < 0.4)
  const pick = <T>(list: readonly T[]) => list[Math.floor(chance() ** 2 * list.length)] as T
  for (let nth = 0; nth < 24 + seed * 3; nth++) {
    const id = await helper({ roles: some(['mentor', 'companion', 'visitor']), areas: some(['midtby', 'vest', 'syd']), birthYear: pick([1970, year - 20, null]), background: pick([null, 'danish', 'other']), languages: some(['ar', 'so', 'uk']), ago: Math.floor(chance() * 900) })
    if (chance() < 0.4) await matched(id, 1 + Math.floor(chance() * 16), chance() < 0.4 ? Math.floor(chance() * 7) : null)
    if (chance() < 0.3) await owner().volunteerTraining.create({ data: { volunteerId: id, kind: 'course', title: 'x', minutes: 90, onDay: dayToDb(now), recordedBy: lead.userId } })
  }
  for (let nth = 0; nth < 14 + seed * 2; nth++) await waits({ role: pick(['mentor', 'companion', 'peer', 'visitor']), areas: some(['midtby', 'vest', 'syd']), languages: some(['ar-native', 'so-good', 'da-native']), days: Math.floor(chance() * 200) })
}

describe('the lead', () => {
  it('opens of every number exactly the rows it counts', async () => {
    await world(3)
    const all = await cells(lead)
    const wrong: string[] = []
    let opened = 0
    for (const { division, part, n } of all.filter((cell) => kindOf(cell.division) !== null && cell.part !== 'others')) {
      const asked = askedRows({ figure: division, part })
      const found = asked && (await figureRows(lead, asked))
      if (found?.total !== n && !(n === 0 && found?.total === 0)) wrong.push(`${division} ${part}: ${n} and ${found?.total}`)
      opened += found?.rows.length ?? 0
    }
    expect(wrong).toEqual([])
    expect(opened).toBeGreaterThan(100)
    expect(all.filter(({ division }) => division === 'wait-language').map(({ part }) => part)).toEqual(['unknown'])
  })

  it('is told language and area of those who agreed to it, and of the others that they are not known', async () => {
    const { personId } = await waits({ areas: ['midtby'], languages: ['ar-native'] })
    await waits({ areas: ['vest'], languages: ['so-native'] })
    await owner().consent.create({ data: { personId, purpose: 'referral', fields: ['needs'], recipientUnitId: unit, how: 'spoken', evidence: 'sagt', wording: 'Vi må fortælle det videre.', givenOn: dayToDb(now), expiresOn: dayToDb(addDays(now, 30)), recordedBy: lead.userId } })
    const all = await cells(lead)
    expect(['ar', 'so', 'unknown'].map((part) => cellOf(all, 'wait-language', part).n)).toEqual([1, 0, 1])
    expect(['midtby', 'vest', 'unknown'].map((part) => cellOf(all, 'wait-area', part).n)).toEqual([1, 0, 1])
    expect((await figureRows(lead, { figure: 'wait-language', part: 'ar', page: 1 }))?.rows).toMatchObject([{ name: expect.any(String) }])
    expect((await figureRows(lead, { figure: 'wait-language', part: 'unknown', page: 1 }))?.rows).toMatchObject([{ name: null }])
  })

  it('is told how long people wait, who has room, who is never asked and who too often', async () => {
    for (const days of [3, 10, 40]) await waits({ days })
    const [room, full, often, never] = [await helper({ capacity: 2 }), await helper(), await helper({ monthlyLimit: 1 }), await helper({ ago: 91 })]
    await matched(room, 1)
    await matched(full, 1)
    const { id, personId } = await waits({ role: 'peer', days: 1 })
    for (const [number, step] of [[1, 'asked'], [2, 'turned-down'], [3, 'asked'], [4, 'turned-down']] as const) await owner().volunteerPairStep.create({ data: { requestId: id, personId, volunteerId: often, number, step, ...(step === 'turned-down' && { cause: 'times', fieldState: 'x' }), onDay: dayToDb(now), recordedBy: lead.userId } })
    const all = await cells(lead)
    expect(cellOf(all, 'wait-role', 'mentor')).toMatchObject({ n: 3, middle: 10, most: 40 })
    expect((await figureRows(lead, { figure: 'free', part: 'all', page: 1 }))?.rows.map((row) => row.id).sort()).toEqual([room, often, never].sort())
    expect((await figureRows(lead, { figure: 'asked', part: 'often', page: 1 }))?.rows.map((row) => row.id)).toEqual([often])
    expect((await figureRows(lead, { figure: 'asked', part: 'never', page: 1 }))?.rows.map((row) => row.id)).toEqual([never])
  })

  it('is told what lasts, of those that are old enough', async () => {
    const v = await helper()
    for (const [months, ended] of [[13, null], [13, 5], [7, null], [7, 2], [2, null], [2, 1]] as const) await matched(v, months, ended)
    const all = await cells(lead)
    expect(['3', '6', '12'].map((part) => { const { n, of } = cellOf(all, 'held', part); return [n, of] })).toEqual([[3, 4], [2, 4], [1, 2]])
  })
})

describe('who does not lead them', () => {
  it('is told what there is, nothing from one to four, and nothing that is left of a whole', async () => {
    const wrong: string[] = []
    let told = 0
    for (const seed of [1, 2, 3, 4, 5]) {
      await world(seed)
      const [few, all] = [await cells(manager), await cells(lead)]
      const real = (division: string, part: string) => cellOf(all, division, part)
      for (const { division, part, n, of } of few) {
        if (n !== null && n >= 1 && n <= 4) wrong.push(`${seed}: ${division} ${part} is ${n}`)
        if (of !== null && n !== null && of - n >= 1 && of - n <= 4) wrong.push(`${seed}: ${division} ${part} is all but ${of - n}`)
        if (n !== null) told++
        if (n !== null && part !== 'others' && !['background', 'wait-area', 'wait-language', 'begun'].includes(division) && !division.endsWith('-other') && n !== real(division, part).n) wrong.push(`${seed}: ${division} ${part} is ${n} and not ${real(division, part).n}`)
      }
      for (const { division, part, n } of few.filter((cell) => /^(role|area|(free|wait)(-role|-area|-language)?)$/.test(cell.division))) {
        const left = (cellOf(few, division.startsWith('wait') ? 'wait' : division.startsWith('free-') ? 'free' : 'active').n ?? 0) - (n ?? 0)
        if (n !== null && left >= 1 && left <= 4) wrong.push(`${seed}: ${division} ${part} is all but ${left}`)
      }
      const sum = (division: string) => few.filter((cell) => cell.division === division).reduce((total, { n }) => total + (n ?? 0), 0)
      for (const [division, whole] of [['wait-role', 'wait'], ['age', 'active'], ['background', 'active']] as const) {
        const left = (cellOf(few, whole).n ?? 0) - sum(division)
        const any = few.some((cell) => cell.division === division && cell.n !== null)
        if (any && left !== 0) wrong.push(`${seed}: ${division} leaves ${left}`)
      }
      for (const part of ['never', 'often']) { const n = cellOf(few, 'asked', part).n; const left = (cellOf(few, 'active').n ?? 0) - (n ?? 0); if (n !== null && left >= 1 && left <= 4) wrong.push(`${seed}: all but ${left} are asked ${part}`) }
      const held = few.filter((cell) => cell.division === 'held' && cell.n !== null)
      for (const a of held) for (const b of held) for (const left of [Math.abs((a.n ?? 0) - (b.n ?? 0)), Math.abs((a.of ?? 0) - (b.of ?? 0))]) if (left >= 1 && left <= 4) wrong.push(`${seed}: held ${a.part} and ${b.part} leave ${left}`)
      await owner().volunteerMatch.deleteMany()
      await owner().volunteerRequest.deleteMany()
      await owner().volunteer.deleteMany()
    }
    expect(wrong.slice(0, 8)).toEqual([])
    expect(told).toBeGreaterThan(60)
  })

  it('is not told all but one of those who are in several parts, nor two ages of matches that leave two', async () => {
    const [v] = await times(7, () => helper({ areas: ['midtby', 'vest'] }))
    await helper({ areas: ['vest'] })
    await times(10, () => matched(v ?? '', 13))
    expect((await cells(manager)).filter(({ division }) => division === 'held').map(({ part, n, of }) => [part, n, of]).sort()).toEqual([['12', 10, 10], ['3', 10, 10], ['6', 10, 10]])
    await times(2, () => matched(v ?? '', 4))
    expect((await cells(manager)).filter(({ division }) => division === 'held').map(({ n, of }) => [n, of])).toEqual([[null, null], [null, null], [null, null]])
    const few = await cells(manager)
    expect([cellOf(few, 'area', 'midtby').n, cellOf(few, 'area', 'vest').n]).toEqual([null, 8])
  })

  it('reads no rows, and nobody else reads figures', async () => {
    await times(6, () => helper())
    for (const role of roles) {
      const me = await staff(role)
      const [row] = await transaction({ role: 'app', token: me.token }, (tx) => tx.$queryRaw<{ some: boolean; rows: number }[]>`SELECT EXISTS (SELECT 1 FROM access.volunteer_figures()) AS some, (SELECT count(*)::int FROM access.volunteer_figure_rows('active', 'all')) AS rows`)
      expect(row, role).toEqual({ some: ['VOLUNTEER_LEAD', 'MANAGER'].includes(role), rows: role === 'VOLUNTEER_LEAD' ? 6 : 0 })
      await expect(transaction({ role: 'app', token: me.token }, (tx) => tx.$queryRaw`SELECT 1 FROM access.volunteer_parts(true)`), role).rejects.toThrow(/permission denied/)
    }
    await expect(figureRows(manager, { figure: 'active', part: 'all', page: 1 })).rejects.toThrow()
    // The names of parts are the municipality's own words.
    expect((await volunteerNumbers(manager)).lists.areas.map(({ code }) => code)).toEqual(['midtby', 'vest', 'syd'])
  })

  it('counts nobody of whom the reader may know nothing', async () => {
    const [id, kin] = [await helper(), await person()]
    await times(6, () => helper())
    await owner().volunteerTie.create({ data: { volunteerId: id, personId: kin, tiedBy: lead.userId } })
    const close = await staff('VOLUNTEER_LEAD', { personId: kin })
    expect([cellOf(await cells(lead), 'active').n, cellOf(await cells(close), 'active').n]).toEqual([7, 6])
    expect((await figureRows(close, { figure: 'active', part: 'all', page: 1 }))?.rows.map((row) => row.id)).not.toContain(id)
  })
})

describe('what somebody says of their background', () => {
  it('is told of five and more, also to the lead; who has not said is neither; it opens nothing', async () => {
    await times(5, () => helper({ background: 'other', birthYear: year - 20 }))
    await times(6, () => helper({ background: 'danish', birthYear: 1960 }))
    await times(7, () => helper())
    for (const actor of [lead, manager]) expect((await cells(actor)).filter(({ division }) => division === 'background').map(({ part, n }: Cell) => [part, n]).sort()).toEqual([['danish', 6], ['other', 5], ['unknown', 7]])
    expect(cellOf(await cells(manager), 'year-other', String(year))).toMatchObject({ n: 5, of: 11 })
    expect(cellOf(await cells(manager), 'year-young', String(year))).toMatchObject({ n: 5, of: 11 })
    await helper({ background: 'other' })
    await owner().volunteer.deleteMany({ where: { background: 'danish', birthYear: 1960, number: { gt: (await owner().volunteer.findMany({ where: { background: 'danish' }, orderBy: { number: 'asc' } }))[1]!.number } } })
    for (const actor of [lead, manager]) expect((await cells(actor)).filter(({ division }) => division === 'background').map(({ n }) => n)).toEqual([null, null, null])
    expect(askedRows({ figure: 'background', part: 'other' })).toBeNull()
    for (const division of ['background', 'year-other', 'area-danish']) expect(await transaction({ role: 'app', token: lead.token }, (tx) => tx.$queryRaw`SELECT * FROM access.volunteer_figure_rows(${division}, ${division === 'year-other' ? String(year) : 'other'})`)).toEqual([])
  })

  it('is written and taken back on the volunteer’s form, and is nothing until somebody says it', async () => {
    const id = await helper()
    const change = (version: string, background: string) => as(lead, () => submit(changeVolunteer, { volunteerId: id, version, firstName: 'Per', lastName: 'By', phone: '20 12 34 56', capacity: '1', background }))
    expect((await openVolunteer(lead, id, now))?.volunteer.background).toBeNull()
    await change('1', 'other')
    expect((await openVolunteer(lead, id, now))?.volunteer.background).toBe('other')
    expect((await change('2', 'green')).state?.fields).toHaveProperty('background')
    await change('2', '')
    expect((await openVolunteer(lead, id, now))?.volunteer.background).toBeNull()
  })
})

it('asks the same few statements of many as of few', async () => {
  await helper()
  const asked = async () => (await countQueries(() => volunteerNumbers(lead))).statements.length
  const few = await asked()
  await times(30, () => helper({ areas: ['midtby'], languages: ['ar'] }))
  expect(await asked()).toBe(few)
  expect(few).toBeLessThanOrEqual(4)
  expect((await countQueries(() => figureRows(lead, { figure: 'active', part: 'all', page: 1 }))).statements.length).toBeLessThanOrEqual(6)
})
