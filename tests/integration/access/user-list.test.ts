import { describe, expect, it } from 'vitest'
import { attest, sendLink } from '@/lib/access/accounts/actions'
import { rightsToReview } from '@/lib/access/accounts/queries'
import { approverDay } from '@/lib/access/day/queries'
import { linesOf } from '@/lib/access/day/rules'
import { roles, type RoleName } from '@/lib/access/matrix'
import type { Actor } from '@/lib/access/permissions'
import { proposeRight } from '@/lib/access/rights/actions'
import { openProposals } from '@/lib/access/rights/queries'
import { setActive } from '@/lib/access/users/actions'
import { usersPage } from '@/lib/access/users/list/queries'
import type { UserState } from '@/lib/access/users/list/rules'
import { usersView } from '@/lib/access/users/list/schema'
import { today } from '@/lib/platform/clock'
import { as, staff, submit } from '../../support/as'
import { countQueries } from '../../support/count-queries'
import { owner } from '../../support/db'
import { day, veteran } from '../../support/factories'

const list = (actor: Actor, asked: Record<string, string> = {}) => usersPage(actor, usersView.parse(asked), 'da', today())
const asks = (all: Record<string, string>[]) => all
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
const unit = async (code: string) => (await owner().unit.create({ data: { code, nameDa: `Enhed ${code}`, nameEn: `Unit ${code}` } })).id
const signedIn = (userId: string, days = 0) => owner().user.update({ where: { id: userId }, data: { lastSignInAt: daysAgo(days), passwordHash: 'x' } })

describe('the list of users', () => {
  it('finds by words of name, address and title, by role and by unit, and counts what it lists', async () => {
    const [admin, unitId] = [await staff('ADMINISTRATOR'), await unit('list')]
    const wanted = await staff('CASEWORKER', { name: 'Åse Ørum-Listesen', unitId })
    const bare = await owner().user.create({ data: { email: 'uden-roller@test.invalid', name: 'Bo Listesen', title: 'Elev' } })
    const found = async (asked: Record<string, string>) => (await list(admin, asked)).rows.map(({ id }) => id).filter((id) => [wanted.userId, bare.id].includes(id))
    for (const asked of asks([{ words: 'ØRUM åse' }, { words: wanted.email }, { words: 'listesen', role: 'CASEWORKER' }, { unit: unitId }])) expect([asked, await found(asked)]).toEqual([asked, [wanted.userId]])
    for (const asked of asks([{ words: 'elev listesen' }, { words: 'listesen', role: 'none' }, { words: 'listesen', unit: 'none' }])) expect([asked, await found(asked)]).toEqual([asked, [bare.id]])
    const { rows, total, units } = await list(admin, { words: 'listesen' })
    expect([rows.map(({ name, unit, roles }) => [name, unit, roles]), total, units.some(({ id, name }) => id === unitId && name === 'Enhed list')]).toEqual([[['Bo Listesen', null, []], ['Åse Ørum-Listesen', 'Enhed list', ['CASEWORKER']]], 2, true])
    // A role that is over is none.
    await owner().roleGrant.updateMany({ where: { userId: wanted.userId }, data: { toDay: day('2020-02-01') } })
    expect(await found({ words: 'listesen', role: 'CASEWORKER' })).toEqual([])
    // What reads as a number of a person is not looked for, and an address that makes no sense is as if it were not there.
    expect(usersView.parse({ words: '010190-1234', role: 'KING', unit: 'x', state: 'y', page: '0' })).toEqual({ words: null, role: null, unit: null, state: 'all', page: 1 })
  })

  it('goes page by page, everybody once, in two statements however many there are', async () => {
    const admin = await staff('ADMINISTRATOR')
    const few = (await countQueries(() => list(admin))).statements.length
    await owner().user.createMany({ data: Array.from({ length: 120 }, (_, at) => ({ email: `many-${at}@test.invalid`, name: `Mange Sider ${at}` })) })
    const pages = [await list(admin, { words: 'mange sider' }), await list(admin, { words: 'mange sider', page: '2' }), await list(admin, { words: 'mange sider', page: '3' }), await list(admin, { words: 'mange sider', page: '4' })]
    expect(pages.map(({ rows, total }) => [rows.length, total])).toEqual([[50, 120], [50, 120], [20, 120], [0, 120]])
    expect(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(120)
    expect((await countQueries(() => list(admin))).statements.length).toBe(few)
    expect(few).toBeLessThanOrEqual(2)
  })

  it('is an administrator’s alone, is written in the log, and names no volunteer', async () => {
    for (const role of roles.filter((one) => one !== 'ADMINISTRATOR')) await expect(list(await staff(role as RoleName)), role).rejects.toThrow()
    const admin = await staff('ADMINISTRATOR')
    const { id } = await owner().user.create({ data: { email: 'frivillig@test.invalid', name: 'Frivillig 900001', forVolunteer: true } })
    expect((await list(admin, { words: '900001' })).rows.map((row) => row.id)).not.toContain(id)
    expect(await owner().auditEvent.count({ where: { actorUserId: admin.userId, action: 'user.list' } })).toBe(1)
  })
})

describe('the first page of an administrator', () => {
  it('counts of users what each list holds', async () => {
    const admin = await staff('ADMINISTRATOR')
    const [leaver, quiet, fresh, someone] = [await staff('CASEWORKER'), await staff('CASEWORKER'), await owner().user.create({ data: { email: 'ny@test.invalid', name: 'Ny' } }), await veteran()]
    await signedIn(quiet.userId, 92)
    const before = linesOf({ ...(await approverDay(admin, today())), jobs: [] }, today())
    await owner().assignment.create({ data: { personId: someone.id, userId: leaver.userId, reason: 'responsible', fromDay: day('2026-01-01') } })
    await as(admin, () => submit(setActive, { userId: leaver.userId, active: 'false' }))
    await as(admin, () => submit(sendLink, { userId: fresh.id }))
    const lines = linesOf({ ...(await approverDay(admin, today())), jobs: [] }, today())
    const count = (all: typeof lines, key: string) => all.find((one) => one.key === key)?.count ?? 0
    for (const state of ['left', 'expired', 'quiet', 'invited'] as UserState[]) {
      const { total, counts } = await list(admin, { state })
      expect([state, count(lines, state), counts.find((one) => one.state === state)?.count]).toEqual([state, total, total])
    }
    expect((await list(admin, { state: 'left' })).rows).toMatchObject([{ id: leaver.userId, people: 1, talks: 0 }])
    expect([count(lines, 'invited') - count(before, 'invited'), count(lines, 'left') - count(before, 'left'), (await list(admin, { state: 'quiet' })).rows.some(({ id }) => id === quiet.userId)]).toEqual([1, 1, true])
  })

  it('counts the rights the reader may decide on, and the people whose rights are to be confirmed; of a manager those of the unit, and no users', async () => {
    const unitId = await unit('day')
    const [admin, other, manager, stranger, one] = [await staff('ADMINISTRATOR'), await staff('ADMINISTRATOR'), await staff('MANAGER', { unitId }), await staff('MANAGER', { unitId: await unit('far') }), await staff('CASEWORKER', { unitId })]
    await as(admin, () => submit(proposeRight, { userId: one.userId, right: 'clearance:SHIELDED', reason: 'Skal hjælpe kolleger i kommunen' }))
    for (const actor of [admin, other, manager, stranger]) {
      const { rights, reviews, users } = await approverDay(actor, today())
      const mine = (await openProposals(actor, 'da')).filter(({ hindrance }) => hindrance === null)
      expect([rights.length, reviews.length, users.length > 0]).toEqual([mine.length, (await rightsToReview(actor, 'da')).filter(({ dueOn }) => dueOn <= today()).length, actor === admin || actor === other])
      expect(mine.some(({ userId }) => userId === one.userId)).toBe(actor === other || actor === manager)
    }
    expect((await approverDay(manager, today())).reviews).toEqual(['2020-07-01'])
    // Confirmed, they stand on the list with the day of the next time, and wait for nobody.
    await as(manager, () => submit(attest, { userId: one.userId }))
    expect([(await rightsToReview(manager, 'da')).length, (await approverDay(manager, today())).reviews]).toEqual([1, []])
    for (const role of roles.filter((name) => name !== 'ADMINISTRATOR' && name !== 'MANAGER')) await expect(approverDay(await staff(role), today()), role).rejects.toThrow()
  })
})
