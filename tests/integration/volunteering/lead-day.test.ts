import { beforeAll, describe, expect, it } from 'vitest'
import type { RoleName } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { associationsPage } from '@/lib/associations/register/queries'
import { associationsView } from '@/lib/associations/register/schema'
import { today } from '@/lib/platform/clock'
import { addDays, addMonths, dayToDb } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { listConcerns } from '@/lib/volunteering/concerns/queries'
import { leadDay } from '@/lib/volunteering/day/queries'
import { type DayKey, dayLists } from '@/lib/volunteering/day/rules'
import { enterExpense } from '@/lib/volunteering/expenses/actions'
import { listExpenses } from '@/lib/volunteering/expenses/queries'
import { expenseView } from '@/lib/volunteering/expenses/schema'
import { listVolunteers } from '@/lib/volunteering/list/queries'
import { listView } from '@/lib/volunteering/list/schema'
import { listMatches } from '@/lib/volunteering/matches/queries'
import { matchesView } from '@/lib/volunteering/matches/schema'
import { listWaiting } from '@/lib/volunteering/matching/waiting/queries'
import { waitingView } from '@/lib/volunteering/matching/waiting/schema'
import { giveLogin } from '@/lib/volunteering/logins/actions'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { countQueries } from '../../support/count-queries'
import { owner } from '../../support/db'
import { plantMatching } from '../../support/matching-rows'
import { ask, helper, matched, personSays, volunteerSays, waits } from '../../support/pairs'
import { dayFields, volunteer } from '../../support/volunteers'

let lead: Actor, unit = ''
const now = today()
const lines = async (actor = lead) => (await leadDay(actor, now))?.lines ?? []

/** Every page of a list, as the address opens it. */
const all = async (open: (page: string) => Promise<readonly unknown[]>): Promise<number> => {
  let many = 0
  for (let page = 1; ; page++) {
    const rows = await open(String(page))
    many += rows.length
    if (rows.length === 0) return many
  }
}
/** How many rows the list behind a line has, counted by opening it. */
function rowsOf(href: string): Promise<number> {
  const { pathname, searchParams } = new URL(href, 'https://test.invalid')
  const asked = Object.fromEntries(searchParams)
  const lists: Record<string, (page: string) => Promise<readonly unknown[]>> = {
    '/volunteers': async (page) => (await listVolunteers(lead, listView.parse({ ...asked, page }), now)).rows,
    '/volunteers/matches': async (page) => { const view = matchesView.parse({ ...asked, page }); return (await listMatches(lead, now, view))[view.tab] },
    '/volunteers/concerns': async (page) => (page === '1' ? (await listConcerns(lead)).open : []),
    '/volunteers/expenses': async (page) => (await listExpenses(lead, expenseView.parse({ ...asked, page }))).rows,
    '/volunteers/waiting': async (page) => (await listWaiting(lead, now, waitingView.parse({ ...asked, page }))).rows,
    '/associations': async (page) => (await associationsPage(lead, associationsView.parse({ ...asked, page }), now)).rows,
  }
  const open = lists[pathname]
  if (!open) throw new Error(`No list at ${pathname}`)
  return all(open)
}

async function association(more: { signed?: number; periods?: [from: number, to: number][]; met?: number }): Promise<void> {
  const { id } = await owner().association.create({ data: { name: 'Foreningen', kind: 'social', createdBy: lead.userId } })
  if (more.signed !== undefined) await owner().associationSignup.create({ data: { associationId: id, language: 'da', receivedAt: new Date(Date.now() - more.signed * 86_400_000) } })
  for (const [at, [from, to]] of (more.periods ?? []).entries()) await owner().partnership.create({ data: { associationId: id, number: at + 1, fromDay: dayToDb(addDays(now, from)), toDay: dayToDb(addDays(now, to)), responsibilities: 'Hver sit', recordedBy: lead.userId } })
  if (more.met !== undefined) await owner().dialogueMeeting.create({ data: { associationId: id, onDay: dayToDb(addDays(now, more.met)), agenda: 'Siden sidst', participants: 'Bodil Lind', createdBy: lead.userId } })
}
const expense = async (days: number) => {
  const volunteerId = await volunteer()
  await as(lead, () => submit(enterExpense, { volunteerId, kind: 'car', ...dayFields('on', addDays(now, -days)), km: '12', purpose: 'Møde' }))
}
const began = (matchId: string, days: number) => owner().volunteerMatch.update({ where: { id: matchId }, data: { startedOn: dayToDb(addDays(now, -days)) } })

/** Something of every line, and of most more than one. */
async function plant(): Promise<void> {
  for (const days of [3, 40, 41]) await volunteer({ on: addDays(now, -days) })
  await volunteer({ step: 'talked', on: addDays(now, -90) })
  const back = await volunteer({ step: 'active', on: addDays(now, -90) })
  await owner().volunteerStep.create({ data: { volunteerId: back, number: 2, step: 'paused', onDay: dayToDb(addDays(now, -50)), untilDay: dayToDb(addDays(now, -4)), recordedBy: lead.userId } })
  for (const left of [0, 30, 200]) await volunteer({ step: 'active', papers: [['confidentiality', addDays(now, left)]] })
  await owner().volunteerPaper.updateMany({ where: { expiresOn: dayToDb(now) }, data: { onDay: dayToDb(addDays(now, -90)), expiresOn: dayToDb(addDays(now, -6)) } })
  for (const signed of [2, 11]) await association({ signed })
  await association({ periods: [[-700, -30]] })
  await association({ periods: [[-300, 20]], met: -100 })
  // No two lines of associations count the same number.
  for (const from of [-400, -390, -380]) await association({ periods: [[from, 400]] })
  await association({ periods: [[-335, 400]] })
  await association({ periods: [[-400, 400]], met: 9 })
  for (const days of [0, 5]) await expense(days)
  const [worried, unsafe, late] = [await matched(lead, unit), await matched(lead, unit), await matched(lead, unit)]
  for (const [{ matchId, id }, kind, ago] of [[worried, 'worried', 8], [unsafe, 'unsafe', 1]] as const) await owner().volunteerMatchConcern.create({ data: { matchId, personId: id, kind, words: 'Det går ikke', raisedBy: lead.userId, raisedAt: new Date(Date.now() - ago * 86_400_000) } })
  await began(late.matchId, 33)
  for (const days of [2, 3]) await owner().volunteerMatchMeeting.create({ data: { matchId: worried.matchId, personId: worried.id, onDay: dayToDb(addDays(now, -days)), met: false, recordedBy: lead.userId } })
  const [both, long, open] = [await waits(unit), await waits(unit), await waits(unit)]
  for (const [one, days] of [[both, 1], [long, 60], [open, 1]] as const) {
    const other = await helper()
    await ask(lead, one.requestId, other)
    await owner().volunteerPairStep.updateMany({ where: { requestId: one.requestId }, data: { onDay: dayToDb(addDays(now, -days)) } })
    if (one !== both) continue
    await volunteerSays(lead, one.requestId, other)
    await personSays(one, other)
  }
  const colleague = await staff('VOLUNTEER_LEAD', { unitId: unit })
  for (const [at, step] of ['active', 'paused', 'active'].entries()) {
    const id = await volunteer({ step: 'active' })
    if (step === 'paused') await owner().volunteerStep.create({ data: { volunteerId: id, number: 2, step, onDay: dayToDb(now), untilDay: dayToDb(addDays(now, 30)), recordedBy: lead.userId } })
    // The third the lead wrote themselves: another gives it.
    const by = at === 2 ? lead : colleague
    await transaction({ role: 'app', token: by.token }, (tx) => tx.$executeRaw`UPDATE volunteer SET email = ${`asked-${at}@test.invalid`} WHERE id = ${id}::uuid`)
    await as(by, () => submit(giveLogin, { volunteerId: id }))
  }
  await plantMatching(owner(), { unit, by: lead.userId }, { seed: 5, people: 70, volunteers: 80 })
}

beforeAll(async () => {
  await loadReference(owner())
  unit = (await owner().unit.create({ data: { code: 'frivillige', kind: 'VOLUNTEERING', nameDa: 'Frivillige', nameEn: 'Volunteers' } })).id
  lead = await staff('VOLUNTEER_LEAD', { unitId: unit })
})

describe('the first page of whoever leads volunteers', () => {
  it('is calm where nothing waits, and costs as many statements for hundreds as for nothing', async () => {
    expect(await leadDay(lead, now)).toEqual({ lines: [], unsafe: 0 })
    const few = (await countQueries(() => leadDay(lead, now))).statements.length
    await plant()
    expect((await countQueries(() => leadDay(lead, now))).statements.length).toBe(few)
    expect(few).toBeLessThanOrEqual(14)
  })

  it('counts in every line the rows of the list the line opens', async () => {
    const found = await lines()
    expect(found.map(({ key }) => key)).toEqual(Object.keys(dayLists))
    for (const { key, count } of found) expect([key, count]).toEqual([key, await rowsOf(dayLists[key])])
    // Not the login of the address the lead wrote themselves.
    expect(found.find(({ key }) => key === 'logins')?.count).toBe(2)
  })

  it('tells of each how old the oldest is, or how soon the first', async () => {
    const found = Object.fromEntries((await lines()).map(({ key, first }) => [key, first])) as Partial<Record<DayKey, string>>
    expect(found).toMatchObject({
      concerns: addDays(now, -8), alarms: now, questions: addDays(now, -60), interest: addDays(now, -41), signups: addDays(now, -11), expenses: now, logins: now, back: addDays(now, -4), papers: addDays(now, -6),
      agreements: addDays(now, -30), dialogue: addMonths(addDays(now, -400), 12), dialogueSoon: addMonths(addDays(now, -335), 12),
    })
    expect((await leadDay(lead, now))?.unsafe).toBe(1)
  })

  it('tells who approves expenses and leads nobody of these alone, and everybody else nothing', async () => {
    expect((await lines(await staff('MANAGER'))).map(({ key, count }) => [key, count])).toEqual([['expenses', 2]])
    for (const role of ['CASEWORKER', 'VETERAN_COORDINATOR', 'ADMINISTRATOR', 'DATA_PROTECTION_OFFICER', 'VOLUNTEER', 'ASSOCIATION_REPRESENTATIVE'] as RoleName[]) expect([role, await leadDay(await staff(role), now)]).toEqual([role, null])
  })
})
