import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { giveReason } from '@/lib/access/reasons/actions'
import { judgeLookup } from '@/lib/oversight/unusual/actions'
import { unusualList, unusualOne } from '@/lib/oversight/unusual/queries'
import type { Reason } from '@/lib/oversight/unusual/rules'
import { findUnusual } from '@/lib/oversight/unusual/writes'
import { today } from '@/lib/platform/clock'
import { transaction } from '@/lib/platform/db'
import { addDays, dayToDb, momentAt, toDay } from '@/lib/platform/day'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { veteran as veteranWith } from '../../support/factories'

// A Wednesday; the look-ups are of the Tuesday before.
const TODAY = toDay('2026-11-18')
const TUESDAY = addDays(TODAY, -1)
const night = (today = TODAY) => transaction({ role: 'worker' }, (tx) => findUnusual(tx, today))
let user: Actor
let officer: Actor

async function look(personId: string, change: { by?: Actor; hour?: number; day?: typeof TODAY; purpose?: string; kind?: 'VIEW' | 'DISCLOSURE' | 'LIST'; action?: string } = {}): Promise<void> {
  await owner().auditEvent.create({ data: { kind: change.kind ?? 'VIEW', action: change.action ?? 'person.viewed', actorUserId: (change.by ?? user).userId, personId, purpose: change.purpose, at: momentAt(change.day ?? TUESDAY, change.hour ?? 22) } })
}
/** Without an address, so that nobody is somebody's neighbour by chance. */
const veteran = (data = {}, extra: { address: object | null } = { address: null }) => veteranWith(data, extra)
const listed = async () => (await owner().unusualLookup.findMany({ orderBy: { points: 'desc' } })).map((row) => ({ about: row.aboutId, points: row.points, outcome: row.outcome, codes: (row.reasons as Reason[]).map(({ code }) => code) }))
const judge = (id: string, version: number, values: Record<string, string> = {}) => as(officer, () => submit(judgeLookup, { lookupId: id, version: String(version), outcome: 'EXPLAINED', note: 'Spurgt lederen: vagttelefon', ...values }))

beforeEach(async () => {
  await owner().$executeRawUnsafe('TRUNCATE unusual_lookup, unusual_verdict, audit_event, audit_subject CASCADE')
  user = await staff('VETERAN_COORDINATOR', { name: 'Karen Snushøj' })
  officer = await staff('DATA_PROTECTION_OFFICER')
})

describe('the night’s count', () => {
  it('lists what nothing explains, with its reasons, and is the same done twice', async () => {
    const [late, name, guarded, quiet] = [await veteran(), await veteran({ lastName: 'Snushøj' }), await veteran({ protection: 'P1' }), await veteran()]
    await look(late.id)
    await look(late.id, { kind: 'DISCLOSURE', action: 'letter.opened', hour: 23 })
    for (const one of [name, guarded, quiet]) await look(one.id, { hour: 10 })
    await look(quiet.id, { kind: 'LIST' })
    await look(quiet.id, { action: 'audit.report-viewed' })
    expect(await night()).toEqual({ lookups: 4, found: 3, explained: 0 })
    await night()
    expect(await listed()).toEqual([
      { about: name.id, points: 6, outcome: null, codes: ['none', 'name'] },
      expect.objectContaining({ points: 5 }), expect.objectContaining({ points: 5 }),
    ])
    expect((await listed()).find((row) => row.about === late.id)?.codes).toEqual(['none', 'hours'])
    expect((await listed()).find((row) => row.about === guarded.id)?.codes).toEqual(['none', 'protected'])
    expect((await owner().unusualLookup.findFirst({ where: { aboutId: late.id } }))).toMatchObject({ lookups: 2, firstAt: momentAt(TUESDAY, 22) })
  })

  it('counts addresses somebody tried to write down, from the second; work explains opening the person and not five of them', async () => {
    const [once, twice, opened, worked] = [await veteran({ protection: 'P1' }), await veteran({ protection: 'P1' }), await veteran(), await veteran({ protection: 'P1' })]
    const guess = (personId: string, times: number) => owner().auditEvent.createMany({ data: Array.from({ length: times }, (_, at) => ({ kind: 'DENIED' as const, action: 'words.address-refused', actorUserId: user.userId, personId, at: momentAt(TUESDAY, 10, at) })) })
    await guess(once.id, 1)
    await guess(twice.id, 2)
    await look(opened.id, { hour: 9 })
    await guess(opened.id, 1)
    await owner().auditEvent.create({ data: { kind: 'DENIED', action: 'person.refused', actorUserId: user.userId, personId: once.id, at: momentAt(TUESDAY, 11) } })
    await owner().assignment.create({ data: { personId: worked.id, userId: user.userId, reason: 'first', fromDay: dayToDb(addDays(TUESDAY, -30)) } })
    await guess(worked.id, 5)
    await night()
    expect(await listed()).toEqual([{ about: twice.id, points: 8, outcome: null, codes: ['none', 'protected', 'guess'] }, { about: worked.id, points: 5, outcome: null, codes: ['worn'] }])
    expect(await owner().unusualLookup.findFirstOrThrow({ where: { aboutId: opened.id } }).catch(() => null)).toBeNull()
  })

  it('goes by the hour in Denmark, in summer too', async () => {
    const summer = toDay('2026-07-15')
    const [evening, day] = [await veteran(), await veteran()]
    await look(evening.id, { day: addDays(summer, -1), hour: 20 })
    await look(day.id, { day: addDays(summer, -1), hour: 19 })
    await night(summer)
    expect((await listed()).map((row) => row.about)).toEqual([evening.id])
  })

  it('knows the street of the user’s own record, also of a protected neighbour', async () => {
    const own = await veteran({}, { address: { street: 'Kirsebærvænget', postcode: '8920' } })
    const [near, sameNameElsewhere] = [await veteran({ protection: 'P2' }, { address: { street: 'Kirsebærvænget', number: '4', postcode: '8920' } }), await veteran({}, { address: { street: 'Kirsebærvænget', postcode: '9999' } })]
    user = await staff('VETERAN_COORDINATOR', { personId: own.id })
    for (const one of [near, sameNameElsewhere]) await look(one.id, { hour: 10 })
    await night()
    expect(await listed()).toEqual([{ about: near.id, points: 8, outcome: null, codes: ['none', 'street', 'protected'] }])
  })

  const works: [string, (personId: string) => Promise<unknown>][] = [
    ['a responsibility', (personId) => owner().assignment.create({ data: { personId, userId: user.userId, reason: 'first', fromDay: dayToDb(addDays(TUESDAY, 7)) } })],
    ['a task done', (personId) => owner().outreachTask.create({ data: { personId, kind: 'PHONE', dueOn: dayToDb(TUESDAY), explanation: {}, doneAt: momentAt(addDays(TUESDAY, -7), 0), doneBy: user.userId } })],
    ['a talk of the week after', async (personId) => {
      const slot = await owner().talkSlot.create({ data: { userId: user.userId, startsAt: momentAt(addDays(TUESDAY, 7), 23), endsAt: momentAt(addDays(TUESDAY, 8), 0), place: 'Rådhuset' } })
      await owner().talk.create({ data: { slotId: slot.id, personId } })
    }],
    ['an attempt', (personId) => owner().attempt.create({ data: { personId, channel: 'PHONE', outcome: 'NOT_REACHED', happenedOn: dayToDb(addDays(TUESDAY, -7)), recordedBy: user.userId } })],
    ['a change to the record', (personId) => owner().auditEvent.create({ data: { kind: 'CHANGE', action: 'person.updated', personId, actorUserId: user.userId, at: momentAt(addDays(TUESDAY, 7), 23) } })],
  ]
  it.each(works)('is satisfied by %s', async (_what, doIt) => {
    const who = await veteran()
    await look(who.id)
    await doIt(who.id)
    expect((await night()).found).toBe(0)
  })

  it('is not satisfied by another’s work, a withdrawn attempt, work eight days away, or making oneself responsible afterwards', async () => {
    const [others, withdrawn, far, self] = [await veteran(), await veteran(), await veteran(), await veteran()]
    for (const one of [others, withdrawn, far, self]) await look(one.id, { hour: 23 })
    const attempt = { channel: 'PHONE', outcome: 'NOT_REACHED', happenedOn: dayToDb(TUESDAY), recordedBy: user.userId } as const
    await owner().attempt.create({ data: { ...attempt, personId: others.id, recordedBy: officer.userId } })
    await owner().attempt.create({ data: { ...attempt, personId: withdrawn.id, withdrawnAt: new Date() } })
    await owner().attempt.create({ data: { ...attempt, personId: far.id, happenedOn: dayToDb(addDays(TUESDAY, 8)) } })
    await owner().assignment.create({ data: { personId: self.id, userId: user.userId, reason: 'first', fromDay: dayToDb(TUESDAY), createdBy: user.userId, createdAt: momentAt(TUESDAY, 23, 30) } })
    await night()
    expect(new Map((await listed()).map((row) => [row.about, row.codes]))).toEqual(new Map([[withdrawn.id, ['none', 'hours']], [far.id, ['none', 'hours']], [self.id, ['none', 'hours']]]))
  })

  it('is not satisfied by a reason, a glass broken or a draft: they are about looking. A reason takes off one point', async () => {
    const yesterday = addDays(today(), -1)
    const [reasoned, broken, drafted, colleagues, late] = [await veteran(), await veteran(), await veteran(), await veteran(), await veteran({ protection: 'P1' })]
    for (const one of [reasoned, late]) await owner().assignment.create({ data: { personId: one.id, userId: (await staff('VETERAN_COORDINATOR')).userId, reason: 'first', fromDay: dayToDb(addDays(yesterday, -30)) } })
    for (const one of [reasoned, late]) expect((await as(user, () => submit(giveReason, { personId: one.id, code: 'covering' }))).redirectedTo).toBe(`/people/${one.id}`)
    const change = (action: string, personId: string, by = user) => owner().auditEvent.create({ data: { kind: 'CHANGE', action, personId, actorUserId: by.userId } })
    for (const action of ['glass.broken', 'glass.ended']) await change(action, broken.id)
    await change('contact.draft-begun', drafted.id)
    await change('reason.given', colleagues.id, officer)
    for (const one of [reasoned, broken, drafted, colleagues]) await look(one.id, { day: yesterday })
    await look(late.id, { day: yesterday, purpose: 'covering' })
    await night(today())
    expect(new Map((await listed()).map((row) => [row.about, row.codes]))).toEqual(new Map<string, string[]>([...[reasoned, broken, drafted, colleagues].map((one): [string, string[]] => [one.id, ['none', 'hours']]), [late.id, ['none', 'protected', 'hours', 'purpose']]]))
  })

  it('takes a row off, marked, when work is written down within the week, and back when that is withdrawn; never one somebody judged', async () => {
    const [who, judged] = [await veteran(), await veteran()]
    for (const one of [who, judged]) await look(one.id)
    await night()
    const row = await owner().unusualLookup.findFirstOrThrow({ where: { aboutId: judged.id } })
    await judge(row.id, 1, { outcome: 'FOLLOW_UP' })
    const attempts = await Promise.all([who, judged].map(({ id }) => owner().attempt.create({ data: { personId: id, channel: 'PHONE', outcome: 'REACHED', happenedOn: dayToDb(addDays(TUESDAY, 2)), recordedBy: user.userId } })))
    expect(await night(addDays(TODAY, 3))).toMatchObject({ found: 0, explained: 1 })
    expect(new Map((await listed()).map((one) => [one.about, one.outcome]))).toEqual(new Map([[who.id, 'WORK_FOUND'], [judged.id, 'FOLLOW_UP']]))
    await owner().attempt.updateMany({ where: { id: { in: attempts.map(({ id }) => id) } }, data: { withdrawnAt: new Date() } })
    await night(addDays(TODAY, 3))
    expect((await listed()).find((one) => one.about === who.id)?.outcome).toBeNull()
    // After the week nothing moves any more.
    await owner().attempt.create({ data: { personId: who.id, channel: 'PHONE', outcome: 'REACHED', happenedOn: dayToDb(TUESDAY), recordedBy: user.userId } })
    await night(addDays(TODAY, 8))
    expect((await listed()).find((one) => one.about === who.id)?.outcome).toBeNull()
  })
})

describe('the officer', () => {
  it('sees ids and reasons, no names of citizens; every reading and verdict is in the log', async () => {
    const who = await veteran({ firstName: 'Hemmelig', lastName: 'Borger' })
    await look(who.id)
    await night()
    const { rows, counts } = await unusualList(officer, 'open')
    expect(counts).toEqual({ open: 1, 'follow-up': 0, closed: 0 })
    const found = await unusualOne(officer, rows[0]?.id ?? '')
    expect(found?.opened.map(({ action }) => action)).toEqual(['person.viewed'])
    expect(JSON.stringify([rows, found])).not.toMatch(/Hemmelig|Borger/)
    expect((await judge(rows[0]?.id ?? '', 1, { note: '' })).state?.fields).toHaveProperty('note')
    expect((await judge(rows[0]?.id ?? '', 1)).redirectedTo).toBe('/audit/unusual')
    expect((await judge(rows[0]?.id ?? '', 1)).state?.message).toContain('Åbn opslaget igen')
    expect((await judge(rows[0]?.id ?? '', 2, { outcome: 'FOLLOW_UP' })).redirectedTo).toBe('/audit/unusual')
    expect((await unusualOne(officer, rows[0]?.id ?? ''))?.verdicts.map(({ outcome }) => outcome)).toEqual(['EXPLAINED', 'FOLLOW_UP'])
    const log = await owner().auditEvent.findMany({ where: { actorUserId: officer.userId }, orderBy: { seq: 'asc' }, select: { action: true, personId: true, subjects: { select: { personId: true } } } })
    expect(log.map((one) => one.action)).toEqual(['audit.unusual-listed', 'audit.unusual-viewed', 'audit.unusual-explained', 'audit.unusual-followed', 'audit.unusual-viewed'])
    expect(log[0]?.subjects).toEqual([{ personId: who.id }])
    expect(log.slice(1).every((one) => one.personId === who.id)).toBe(true)
  })

  it('never judges their own look-ups, nor those about themselves and their family: these answer as what does not exist', async () => {
    const [own, family] = [await veteran(), await veteran()]
    await owner().staffRelation.create({ data: { userId: officer.userId, personId: family.id, kind: 'SIBLING', fromDay: new Date('2020-01-01') } })
    await look(own.id, { by: officer })
    await look(family.id)
    await night()
    expect((await unusualList(officer, 'open')).rows).toEqual([])
    for (const { id } of await owner().unusualLookup.findMany()) {
      expect(await unusualOne(officer, id)).toBeNull()
      expect((await judge(id, 1)).state?.message).toContain('findes ikke')
    }
    expect((await unusualList(await staff('DATA_PROTECTION_OFFICER'), 'open')).rows).toHaveLength(2)
  })

  it('is the only one who sees the list, and changes only the verdict', async () => {
    await look((await veteran()).id)
    await night()
    const { id } = await owner().unusualLookup.findFirstOrThrow()
    for (const role of ['VETERAN_COORDINATOR', 'MANAGER', 'ADMINISTRATOR'] as const) {
      const other = await staff(role)
      await expect(unusualList(other, 'open')).rejects.toThrow()
      expect(await transaction({ role: 'app', token: other.token }, (tx) => tx.$queryRaw`SELECT id FROM unusual_lookup`)).toEqual([])
    }
    const raw = (sql: string) => transaction({ role: 'app', token: officer.token }, (tx) => tx.$executeRawUnsafe(sql))
    await expect(raw(`UPDATE unusual_lookup SET points = 0 WHERE id = '${id}'`)).rejects.toThrow(/permission denied/)
    await expect(raw(`DELETE FROM unusual_lookup`)).rejects.toThrow(/permission denied/)
    await expect(raw(`UPDATE unusual_lookup SET outcome = NULL WHERE id = '${id}'`)).rejects.toThrow(/row-level security/)
    await expect(raw(`INSERT INTO unusual_verdict (lookup_id, outcome, note, decided_by) VALUES ('${id}', 'EXPLAINED', 'x', '${user.userId}')`)).rejects.toThrow(/row-level security/)
    await expect(raw(`UPDATE unusual_verdict SET note = 'y'`)).rejects.toThrow(/permission denied/)
  })
})
