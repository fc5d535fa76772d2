import { beforeAll, expect, it } from 'vitest'
import { listAssociations } from '@/lib/associations/register/queries'
import { dayToDb, toDay } from '@/lib/platform/day'
import { transaction } from '@/lib/platform/db'
import { listCourses } from '@/lib/volunteering/courses/queries'
import { celebrationsOf } from '@/lib/volunteering/recognition/queries'
import { listExpenses } from '@/lib/volunteering/expenses/queries'
import { expenseStates } from '@/lib/volunteering/expenses/rules'
import { expiring, missing, steps as kinds, stepsAfter, standsAt } from '@/lib/volunteering/path/rules'
import { factsSql, type RawFacts, readFacts } from '@/lib/volunteering/path/sql'
import { seedMunicipality } from '@/prisma/demo/municipality'
import { seedUsers } from '@/prisma/demo/users'
import { loadVolunteers } from '@/prisma/demo/volunteers/load'
import { loadReference } from '@/prisma/reference'
import { staff } from '../../support/as'
import { owner } from '../../support/db'

const today = toDay('2026-11-22')
beforeAll(async () => {
  await loadReference(owner())
  await seedUsers(owner(), await seedMunicipality(owner()))
  await loadVolunteers(owner(), today, 400)
})

it('the demo’s volunteers stand in every step, on ways the product would have let them go', async () => {
  const { token } = await staff('VOLUNTEER_LEAD')
  const all = (await transaction({ role: 'app', token }, (tx) => tx.$queryRaw<RawFacts[]>`SELECT ${factsSql} FROM volunteer v`)).map(readFacts)
  expect(all).toHaveLength(400)
  const at = (step: string) => all.filter((facts) => standsAt(facts).step === step)
  for (const step of kinds) expect([step, at(step).length > 3]).toEqual([step, true])
  const wrong = all.flatMap(({ steps, papers, trainings }) => steps.flatMap((one, nth): string[] => {
    const before = steps[nth - 1]
    return (before ? stepsAfter(before.step).includes(one.step) && before.onDay <= one.onDay : one.step === 'interested') && one.onDay <= today ? [] : [one.step]
  }).concat([...papers, ...trainings].filter(({ onDay }) => onDay > today).map(({ kind }) => kind)))
  expect(wrong).toEqual([])
  // Somebody may help and lack what has run out; whoever was cleared lately lacks nothing.
  expect(at('cleared').filter((facts) => missing(facts, today).length > 0)).toEqual([])
  expect(at('active').filter((facts) => missing(facts, today).length > 0).length).toBeGreaterThan(0)
  expect(at('active').filter((facts) => missing(facts, today).length > 0).length).toBeLessThan(40)
  expect(at('active').filter((facts) => expiring(facts, today, 60).length > 0).length).toBeGreaterThan(3)
})

it('of 600 associations some have an agreement that holds, one that is to be gone through, and one that has lapsed, and volunteers come by them', async () => {
  const rows = await listAssociations(await staff('VOLUNTEER_LEAD'), null, today)
  expect(rows.filter(({ waits }) => waits)).toHaveLength(3)
  expect(rows).toHaveLength(603)
  expect(new Set(rows.map(({ name }) => name)).size).toBe(603)
  for (const state of ['live', 'lapsed', 'none']) expect([state, rows.filter((one) => one.state === state).length > 1]).toEqual([state, true])
  for (const code of ['review', 'ends', 'lapsed']) expect([code, rows.some(({ due }) => due?.code === code)]).toEqual([code, true])
  expect(rows.filter(({ state, volunteers }) => state === 'lapsed' && volunteers > 0).length).toBeGreaterThan(0)
  expect(await owner().partnershipFile.count()).toBeGreaterThan(2)
  for (const state of ['missing', 'planned', 'later', 'none']) expect([state, rows.some(({ dialogue }) => dialogue.state === state)]).toEqual([state, true])
})

it('expenses stand in every state, none approved by who wrote it, and one looks as if it were sent twice', async () => {
  const lead = await staff('VOLUNTEER_LEAD')
  const { sums } = await listExpenses(lead, { state: 'sent', page: 1 })
  for (const state of expenseStates) expect([state, sums[state].count > 3]).toEqual([state, true])
  const twins = await Promise.all([1, 2, 3, 4].map((page) => listExpenses(lead, { state: 'sent', page })))
  expect(twins.flatMap(({ rows }) => rows).some(({ twins: numbers }) => numbers.length > 0)).toBe(true)
  expect(await owner().volunteerExpense.count({ where: { onDay: { gt: dayToDb(today) } } })).toBe(0)
})

it('two have an anniversary this month that nobody has celebrated, others were; one course that comes is full', async () => {
  const lead = await staff('VOLUNTEER_LEAD')
  const { rows, unthanked } = await celebrationsOf(lead, 2026, today)
  expect(rows.filter(({ day, open }) => day.startsWith('2026-11') && open).length).toBeGreaterThan(1)
  expect(rows.filter(({ celebrated }) => celebrated).length).toBeGreaterThan(5)
  expect(unthanked.length).toBeGreaterThan(5)
  const [coming, held] = [await listCourses(lead, 'coming', today), await listCourses(lead, 'held', today)]
  expect(coming.rows.map(({ taken, seats }) => taken >= seats)).toEqual([false, true, false])
  expect(held.rows.map(({ attended, taken }) => taken - attended)).toEqual([1, 1])
})

it('nobody whose address is protected has a postcode, and the next number is free', async () => {
  expect(await owner().volunteer.count({ where: { addressProtected: true } })).toBeGreaterThan(3)
  expect(await owner().volunteer.count({ where: { addressProtected: true, postcode: { not: null } } })).toBe(0)
  const { number } = await owner().volunteer.create({ data: { firstName: 'Ny', lastName: 'Frivillig', phone: '+4520123456', source: 'form', agreedAt: new Date() } })
  expect(number).toBe(1401)
})
