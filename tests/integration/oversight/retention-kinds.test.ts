import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { approveRetention, proposeRetention } from '@/lib/oversight/retention/actions'
import { replayLedger, runRetention } from '@/lib/oversight/retention/jobs'
import { archiveFolder, ledgerFolder } from '@/lib/oversight/retention/places'
import { retentionOverview, retentionRun } from '@/lib/oversight/retention/queries'
import { transaction } from '@/lib/platform/db'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, veteran } from '../../support/factories'
import { ANCHORS, CLOSED, moment, oldAgreement, oldAttorney, oldCase, oldCompanion, oldConsent, oldContact, oldGoal, oldItem, oldLife, oldMatch, oldMeeting, oldRequest, oldSchedule, type States } from '../../support/old-lives'
import { copyOf, countsOf, putBack } from '../../support/whole-tables'

type Kind = keyof typeof ANCHORS
const ALL = Object.keys(ANCHORS) as Kind[]
let officer: Actor, manager: Actor, unitId: string, by: string
const folder = mkdtempSync(join(tmpdir(), 'retention-kinds-'))
const [archive, ledger] = [() => archiveFolder(join(folder, 'archive')), () => ledgerFolder(join(folder, 'ledger'))]
const work = () => runRetention(archive, ledger)(null, new AbortController().signal)
/** Exactly these rules are in force: five years. */
const inForce = async (...kinds: readonly Kind[]) => {
  await owner().retentionRule.updateMany({ data: { active: false } })
  await owner().retentionRule.updateMany({ where: { kind: { in: [...kinds] } }, data: { active: true, length: 5, unit: 'YEAR', archive: true } })
}
type Due = { kind: string; key: string; anchor: string; held: boolean }
const due = () => transaction({ role: 'app', token: officer.token }, (tx) => tx.$queryRaw<Due[]>`SELECT kind, row_key::text AS key, anchor_on::text AS anchor, held FROM access.retention_due(${today()}::date)`)
/** What is due of these, as [kind, anchor]; nothing else may be. */
const dueOf = async (ids: Record<string, string>) => {
  const found = await due()
  expect(found.filter(({ key }) => !Object.values(ids).includes(key))).toEqual([])
  return Object.fromEntries(Object.entries(ids).flatMap(([name, id]) => found.filter(({ key }) => key === id).map(({ anchor }) => [name, anchor])))
}
const hold = (personId: string) => owner().legalHold.create({ data: { personId, reason: 'Klagesag', reviewOn: dayToDb(addDays(today(), 90)), createdBy: officer.userId } })
const asks = (personId: string) => owner().subjectRequest.create({ data: { personId, askedBy: 'self', askedHow: 'letter', identity: 'MitID', receivedOn: dayToDb(today()), dueOn: dayToDb(addDays(today(), 30)), createdBy: officer.userId } })
const task = (personId: string, source: string, sourceId: string, done = false) => owner().task.create({ data: { personId, text: 'Ring til skolen', dueOn: day('2016-01-01'), source, sourceId, createdBy: by, ...(done && { state: 'done', closedAt: new Date(), closedBy: by }) } })
async function propose(): Promise<string> {
  return (await as(officer, () => submit(proposeRetention, {}))).redirectedTo?.split('/').at(-1) ?? ''
}
const approve = async (runId: string) => as(manager, async () => submit(approveRetention, { runId, version: String((await owner().retentionRun.findUniqueOrThrow({ where: { id: runId } })).version) }))

beforeAll(async () => {
  await loadReference(owner())
  ;[officer, manager] = [await staff('DATA_PROTECTION_OFFICER'), await staff('MANAGER')]
  unitId = (await owner().unit.create({ data: { code: 'slet', nameDa: 'Slet', nameEn: 'Slet', kind: 'JOBCENTRE' } })).id
  by = (await staff('CASEWORKER', { unitId })).userId
})
/** Each test begins with nobody. */
beforeEach(async () => {
  await owner().$executeRaw`UPDATE retention_run SET state = 'CANCELLED', cancelled_by = proposed_by WHERE state IN ('PROPOSED', 'APPROVED')`
  await owner().meeting.deleteMany()
  for (const table of ['legal_hold', 'subject_request', 'task', 'companion_meeting', 'power_of_attorney', 'volunteer_request', 'consent', 'contact', 'contact_draft', 'screening', 'plan_agreement', 'plan_goal', 'plan_schedule', 'case_file']) await owner().$executeRawUnsafe(`DELETE FROM ${table}`)
})

describe('what is due', () => {
  it('is nothing until the municipality decides; then every kind, counted from the day its use ended', async () => {
    const life = await oldLife((await veteran()).id, unitId, by)
    await inForce()
    expect(await due()).toEqual([])
    await inForce(...ALL)
    expect(await dueOf(life)).toEqual(ANCHORS)
  })

  it('is nothing while a case is open or on hold, aftercare runs, or the person has asked to see what there is', async () => {
    await inForce(...ALL)
    const others: States[] = [[['open', '2018-01-01']], [['open', '2018-01-01'], ['hold', '2018-02-01', '2018-03-01']], [['open', '2018-01-01'], ['closed', addDays(today(), -9), addDays(today(), 9)]]]
    for (const more of others) {
      const { id } = await veteran()
      const life = await oldLife(id, unitId, by)
      const another = await oldCase(id, unitId, by, more)
      // The old case and its agenda are over, but the contact in it is kept for the other; the draft, the table and the paper rest on no case.
      const left = Object.keys(await dueOf({ ...life, another }))
      expect([more.at(-1)?.[0], left.sort()]).toEqual([more.at(-1)?.[0], ['contact_draft', 'meeting', 'meeting_item'].filter((kind) => kind !== 'contact_draft' || more.at(-1)?.[0] === 'closed').sort()])
      await owner().caseFile.delete({ where: { id: another } })
      await asks(id)
      expect(await dueOf(life)).toEqual({})
      await owner().subjectRequest.deleteMany()
      await owner().meeting.deleteMany()
      for (const table of ['companion_meeting', 'power_of_attorney', 'volunteer_request', 'consent', 'contact', 'contact_draft', 'screening', 'plan_agreement', 'plan_goal', 'plan_schedule', 'case_file']) await owner().$executeRawUnsafe(`DELETE FROM ${table}`)
    }
  })

  it('is counted from what was added last', async () => {
    await inForce('contact', 'plan_goal', 'plan_agreement', 'meeting_item', 'power_of_attorney', 'consent')
    const [{ id }, { id: other }] = [await veteran(), await veteran()]
    const goal = await oldGoal(id, by, '2015-01-01')
    await oldAgreement(id, by, '2016-08-08', await oldGoal(id, by, '2015-02-01', goal))
    const caseId = await oldCase(other, unitId, by, [['open', '2015-01-01'], ['closed', '2016-01-01']])
    const meeting = await oldMeeting(unitId, by, '2015-09-01')
    const item = await oldItem(meeting, caseId, other, by, '2016-09-09')
    const ids = { contact: await oldContact(id, by, '2015-01-01', { added: '2016-07-07' }), goal, agreement: await oldAgreement(id, by, '2016-03-03'), item, ended: await oldAttorney(id, by, '2015-01-01', '2016-01-01'), ran: await oldConsent(other, unitId, by, '2010-01-01', '2011-01-01') }
    expect(await dueOf(ids)).toEqual({ contact: '2016-07-07', goal: '2016-08-08', agreement: '2016-03-03', item: '2016-09-09', ended: '2016-01-01', ran: '2011-01-01' })
  })

  it('is not what an open task came from, until it is done', async () => {
    await inForce('contact', 'plan_goal', 'plan_agreement', 'meeting_item')
    const { id } = await veteran()
    const caseId = await oldCase(id, unitId, by)
    const goal = await oldGoal(id, by, '2015-01-01')
    const under = await oldAgreement(id, by, '2015-01-01', goal)
    const ids = { contact: await oldContact(id, by, '2015-01-01'), goal, agreement: await oldAgreement(id, by, '2015-01-01'), item: await oldItem(await oldMeeting(unitId, by, '2015-09-01'), caseId, id, by, '2015-09-01') }
    const minute = await owner().meetingMinute.findFirstOrThrow({ where: { itemId: ids.item } })
    const tasks = [await task(id, 'contact', ids.contact), await task(id, 'plan', under), await task(id, 'plan', ids.agreement), await task(id, 'meeting', minute.id)]
    expect(await dueOf(ids)).toEqual({})
    await owner().task.updateMany({ where: { id: { in: tasks.map((one) => one.id) } }, data: { state: 'done', closedAt: new Date(), closedBy: by } })
    expect(Object.keys(await dueOf(ids)).sort()).toEqual(['agreement', 'contact', 'goal', 'item'])
  })

  it('is a talk with several when it may go for all of them, and a hold on one holds it for all', async () => {
    await inForce('contact')
    const [one, two] = [await veteran(), await veteran()]
    const togetherId = crypto.randomUUID()
    const ids = { one: await oldContact(one.id, by, '2015-01-01', { togetherId }), two: await oldContact(two.id, by, '2015-01-01', { togetherId }) }
    const open = await oldCase(two.id, unitId, by, [['open', '2015-01-01']])
    expect(await dueOf(ids)).toEqual({})
    await owner().caseState.create({ data: { caseId: open, personId: two.id, number: 2, state: 'closed', outcome: 'goal', fromDay: day('2017-05-05'), recordedBy: by } })
    expect(await dueOf(ids)).toEqual({ one: '2017-05-05', two: '2017-05-05' })
    await hold(two.id)
    expect((await due()).map(({ held }) => held)).toEqual([true, true])
  })

  it('is a week that is over: on its last day, before a later one, or taken out; one that holds is in use', async () => {
    await inForce('plan_schedule')
    const [never, had] = [await veteran(), await veteran()]
    await oldCase(had.id, unitId, by)
    const ids = { ended: await oldSchedule(never.id, by, '2014-01-01', '2014-06-01'), followed: await oldSchedule(never.id, by, '2015-01-01', null), holds: await oldSchedule(never.id, by, '2016-01-01', null), had: await oldSchedule(had.id, by, '2016-01-01', null) }
    expect(await dueOf(ids)).toEqual({ ended: '2014-06-01', followed: '2015-12-31', had: '2017-07-01' })
    await owner().planSchedule.update({ where: { id: ids.holds }, data: { removedAt: new Date() } })
    // Taken out today: it is not due, and what it had followed no longer ended on its account.
    expect(Object.keys(await dueOf(ids)).sort()).toEqual(['ended', 'had'])
  })

  it('is a wish that was withdrawn, or whose match is over, and never one that waits or is met today', async () => {
    await inForce('volunteer_request', 'companion_meeting', 'power_of_attorney')
    const people = await Promise.all([0, 1, 2, 3].map(async () => (await veteran()).id))
    const [who, runs, over] = [people[0] ?? '', people[1] ?? '', people[2] ?? '']
    const ids = { waiting: await oldRequest(people[3] ?? '', by, '2016-01-01', 'waiting'), withdrawn: await oldRequest(who, by, '2016-01-01'), runs: await oldRequest(runs, by, '2016-01-01', 'met'), over: await oldRequest(over, by, '2016-01-01', 'met'), own: await oldCompanion(who, by, '2016-04-04') }
    await oldMatch(ids.runs, runs, by, '2016-02-01', null)
    await oldMatch(ids.over, over, by, '2016-02-01', '2016-11-11')
    expect(await dueOf(ids)).toEqual({ withdrawn: '2016-01-01', over: '2016-11-11', own: '2016-04-04' })
  })
})

describe('what rests on something else', () => {
  it('a case waits for its contacts and agenda items, and goes with them', async () => {
    const { id } = await veteran()
    const caseId = await oldCase(id, unitId, by)
    const ids = { caseId, contact: await oldContact(id, by, '2016-01-01', { caseId }), item: await oldItem(await oldMeeting(unitId, by, '2016-01-01'), caseId, id, by, '2016-01-01') }
    await inForce('case_file')
    expect(await dueOf(ids)).toEqual({})
    await inForce('case_file', 'contact')
    expect(Object.keys(await dueOf(ids))).toEqual(['contact'])
    await inForce('case_file', 'contact', 'meeting_item')
    expect(Object.keys(await dueOf(ids)).sort()).toEqual(['caseId', 'contact', 'item'])
    await owner().contactAddition.create({ data: { contactId: ids.contact, personId: id, text: 'Nyt', addedBy: by } })
    expect(Object.keys(await dueOf(ids))).toEqual(['item'])
  })

  it('a meeting waits for every case on its agenda, also one taken along from it', async () => {
    const [one, two] = [await veteran(), await veteran()]
    const [first, second] = [await oldCase(one.id, unitId, by), await oldCase(two.id, unitId, by)]
    const [meeting, next] = [await oldMeeting(unitId, by, '2016-01-01'), await oldMeeting(unitId, by, '2016-02-01')]
    const ids = { meeting, next, one: await oldItem(meeting, first, one.id, by, '2016-01-01'), two: await oldItem(next, second, two.id, by, '2016-02-01') }
    await owner().meetingItem.update({ where: { id: ids.two }, data: { cameFrom: meeting } })
    await inForce('meeting')
    expect(await dueOf(ids)).toEqual({})
    await inForce('meeting', 'meeting_item')
    expect(Object.keys(await dueOf(ids)).sort()).toEqual(['meeting', 'next', 'one', 'two'])
    await hold(two.id)
    expect((await due()).map(({ key, held }) => [Object.entries(ids).find(([, id]) => id === key)?.[0], held]).sort()).toEqual([['one', false], ['two', true]])
  })

  it('the proof of a consent outlives what could be shared under it', async () => {
    const { id } = await veteran()
    const [life, late] = [await oldLife(id, unitId, by), await oldConsent(id, unitId, by, '2008-01-01', '2009-01-01')]
    const told = ALL.filter((kind) => ['contact', 'screening', 'plan_goal', 'plan_agreement', 'plan_schedule', 'case_file', 'meeting_item', 'volunteer_request', 'companion_meeting'].includes(kind))
    for (const missing of told) {
      await inForce(...ALL.filter((kind) => kind !== missing))
      const keys = (await due()).map(({ key }) => key)
      // Of before there was anything to tell: nothing was shared under it.
      expect([missing, keys.includes(life.consent), keys.includes(late)]).toEqual([missing, false, true])
    }
    await inForce(...ALL)
    expect(await dueOf({ ...life, late })).toEqual({ ...ANCHORS, late: '2009-01-01' })
    // Measured while it held: one more that was told. Written after it had ended: nothing of it.
    const measured = (on: string) => owner().progressMeasurement.create({ data: { personId: id, scaleCode: 'compass', measuredOn: day(on), ratedBy: 'together', recordedBy: by, recordedAt: moment(on) } })
    await measured('2016-10-02')
    expect((await due()).map(({ key }) => key)).toContain(life.consent)
    await measured('2016-10-01')
    expect((await due()).map(({ key }) => key)).not.toContain(life.consent)
    await owner().progressMeasurement.deleteMany()
  })

  it('a consent waits for a case that waits itself', async () => {
    const { id } = await veteran()
    const caseId = await oldCase(id, unitId, by, [['open', '2012-01-01'], ['closed', '2016-01-01']])
    const ids = { caseId, consent: await oldConsent(id, unitId, by, '2012-01-01', '2013-01-01'), contact: await oldContact(id, by, '2015-01-01', { caseId, added: today() }) }
    await inForce('consent', 'case_file', 'contact')
    expect(await dueOf(ids)).toEqual({})
  })

  it('a power of attorney waits for the meetings under it', async () => {
    const { id } = await veteran()
    const attorney = await oldAttorney(id, by, '2016-01-01', '2016-12-31')
    const ids = { attorney, own: await oldCompanion(id, by, '2016-04-01', { attorney }) }
    await inForce('power_of_attorney')
    expect(await dueOf(ids)).toEqual({})
    await inForce('power_of_attorney', 'companion_meeting')
    expect(Object.keys(await dueOf(ids)).sort()).toEqual(['attorney', 'own'])
  })
})

describe('a run', () => {
  it('erases exactly what the dry run showed, whole into the archive first, changes nothing else, and does it again after a restore', async () => {
    const [gone, stays, held] = [await veteran(), await veteran(), await veteran()]
    const life = await oldLife(gone.id, unitId, by)
    const open = await oldCase(stays.id, unitId, by, [['open', '2015-01-01']])
    await oldContact(stays.id, by, '2015-05-05', { caseId: open })
    await oldGoal(stays.id, by, '2015-05-05')
    const kept = await oldLife(held.id, unitId, by)
    await hold(held.id)
    await inForce(...ALL)
    const shown = (await retentionOverview(officer, today())).rules.filter((rule) => rule.due > 0).map((rule) => [rule.kind, rule.due])
    const runId = await propose()
    await approve(runId)
    const items = await owner().retentionItem.findMany({ where: { runId } })
    // The meeting of somebody who is held stays with its agenda; what waits only for them is said to be held as well.
    expect((await due()).filter((one) => one.held && Object.values(kept).includes(one.key)).length).toBe(ALL.length - 1)
    expect(items.map(({ kind, rowKey }) => [kind, rowKey]).sort()).toEqual(Object.entries(life).sort())
    expect(shown.sort()).toEqual(ALL.map((kind) => [kind, 1]).sort())
    const [before, copy] = [await countsOf(), await copyOf()]
    await work()
    const after = await countsOf()
    const records = readdirSync(join(folder, 'archive')).filter((name) => name.includes(runId)).flatMap((name) => (JSON.parse(readFileSync(join(folder, 'archive', name), 'utf8')) as { records: { kind: string; record: Record<string, object[]> }[] }).records)
    const rows = new Map<string, Set<string>>()
    for (const { record } of records) for (const [table, found] of Object.entries(record)) rows.set(table, new Set([...(rows.get(table) ?? []), ...found.map((row) => JSON.stringify(row))]))
    const went = [...before].map(([table, many]) => [table, many - (after.get(table) ?? 0)] as const).filter(([table, many]) => many !== 0 && !['audit_event', 'audit_subject', 'audit_seal', 'retention_tombstone', 'submission', 'job_run'].includes(table))
    expect(went.sort()).toEqual([...rows].map(([table, found]) => [table, found.size] as const).sort())
    expect((await retentionRun(manager, runId))?.kinds.every((kind) => kind.erased === kind.rows)).toBe(true)
    expect(await owner().retentionTombstone.count({ where: { runId } })).toBe(ALL.length)
    const text = JSON.stringify(records)
    for (const words of ['i sagen', 'om forløbet', 'i metoden', 'i overdragelsen', 'i kontakten', 'i tilføjelsen', 'der blev taget tilbage', 'i målet', 'i planens aftale', 'i skemaet', 'om gæsterne', 'på dagsordenen', 'i beslutningen', 'i samtykket', 'om tilbagetrækningen', 'i ønsket', 'i bekymringen', 'om matchet', 'om mødet', 'i fuldmagten', 'i kladden']) expect(text).toContain(`Ordene ${words}`)
    expect(await owner().contact.count({ where: { id: kept.contact } })).toBe(1)
    // The restore: every row is back, and the tombstones are not.
    await putBack(copy)
    await owner().retentionTombstone.deleteMany({ where: { runId } })
    expect(await owner().meetingMinute.count()).toBe(before.get('meeting_minute'))
    expect(await replayLedger(ledger())).toMatchObject({ erased: ALL.length, broken: 0 })
    const again = await countsOf()
    expect([...after].filter(([table, many]) => many !== again.get(table) && !['audit_event', 'audit_subject'].includes(table))).toEqual([])
  }, 120_000)

  it('leaves what came to life again, and what would then stand without its frame', async () => {
    const { id } = await veteran()
    const caseId = await oldCase(id, unitId, by, CLOSED)
    const contact = await oldContact(id, by, '2016-01-01', { caseId })
    await inForce('case_file', 'contact')
    const runId = await propose()
    await approve(runId)
    await task(id, 'contact', contact)
    await work()
    expect((await owner().retentionItem.findMany({ where: { runId } })).map(({ kind, skipped }) => [kind, skipped]).sort()).toEqual([['case_file', 'changed'], ['contact', 'changed']])
    expect([await owner().caseFile.count({ where: { id: caseId } }), await owner().contactCase.count({ where: { caseId } })]).toEqual([1, 1])
  })

  it('takes no case before its contacts, whatever the job asks for', async () => {
    const { id } = await veteran()
    const caseId = await oldCase(id, unitId, by)
    await oldContact(id, by, '2016-01-01', { caseId })
    await inForce('case_file', 'contact')
    const runId = await propose()
    await approve(runId)
    const item = await owner().retentionItem.findFirstOrThrow({ where: { runId, kind: 'case_file' } })
    await owner().retentionItem.update({ where: { id: item.id }, data: { receipt: 'x' } })
    await transaction({ role: 'worker' }, (tx) => tx.$queryRaw`SELECT access.erase_items(${[item.id]}::uuid[])`)
    expect([await owner().caseFile.count({ where: { id: caseId } }), (await owner().retentionItem.findUniqueOrThrow({ where: { id: item.id } })).skipped]).toEqual([1, 'changed'])
  })

  it('stops at a hold on anybody the talk was with, also one that came after the approval', async () => {
    const [one, two] = [await veteran(), await veteran()]
    const togetherId = crypto.randomUUID()
    const contact = await oldContact(one.id, by, '2015-01-01', { togetherId })
    await oldContact(two.id, by, '2015-01-01', { togetherId })
    await inForce('contact')
    const runId = await propose()
    await approve(runId)
    await hold(two.id)
    const item = await owner().retentionItem.findFirstOrThrow({ where: { runId, rowKey: contact } })
    await owner().retentionItem.update({ where: { id: item.id }, data: { receipt: 'x' } })
    await transaction({ role: 'worker' }, (tx) => tx.$queryRaw`SELECT access.erase_items(${[item.id]}::uuid[])`)
    expect((await owner().retentionItem.findUniqueOrThrow({ where: { id: item.id } })).skipped).toBe('held')
    await work()
    expect(await owner().contact.count()).toBe(2)
  })
})
