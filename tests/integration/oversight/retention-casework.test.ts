import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { approveRetention, proposeRetention, saveRetentionRule } from '@/lib/oversight/retention/actions'
import { runRetention } from '@/lib/oversight/retention/jobs'
import { archiveFolder, ledgerFolder } from '@/lib/oversight/retention/places'
import { retentionOverview } from '@/lib/oversight/retention/queries'
import { transaction } from '@/lib/platform/db'
import { today } from '@/lib/platform/clock'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, veteran } from '../../support/factories'
import { ANCHORS } from '../../support/old-lives'

let officer: Actor, manager: Actor, unitId: string
const folder = mkdtempSync(join(tmpdir(), 'retention-casework-'))
const rule = (kind: string) => as(officer, () => submit(saveRetentionRule, { kind, version: '1', length: '5', unit: 'YEAR', source: 'Kommunens slettepolitik', active: 'on', archive: 'on' }))
const due = async (kind: string) => (await transaction({ role: 'app', token: officer.token }, (tx) => tx.$queryRaw<{ key: string; anchor: string }[]>`SELECT row_key::text AS key, anchor_on::text AS anchor FROM access.retention_due(${today()}::date) WHERE kind = ${kind}`))
const measured = async (personId: string, on: string) => {
  const { id } = await owner().progressMeasurement.create({ data: { personId, scaleCode: 'compass', measuredOn: day(on), ratedBy: 'together', recordedBy: officer.userId } })
  await owner().progressValue.create({ data: { measurementId: id, personId, dimensionCode: 'compass-work', rating: 3, words: 'Ordene i målingen' } })
  return id
}
const caseOf = async (personId: string, ...states: [state: string, from: string, until?: string][]) => {
  const file = await owner().caseFile.create({ data: { personId, unitId, kind: 'other', openedOn: day('2015-01-01'), openedBy: officer.userId } })
  await owner().caseState.createMany({ data: states.map(([state, from, until], at) => ({ caseId: file.id, personId, number: at + 1, state, fromDay: day(from), untilDay: until ? day(until) : null, recordedBy: officer.userId, ...(state === 'closed' && { outcome: 'goal', everyWeeks: until ? 4 : null }) })) })
}
const task = (personId: string, closed: string | null) => owner().task.create({ data: { personId, text: 'Ordene i opgaven', dueOn: day('2016-01-01'), source: 'hand', createdBy: officer.userId, ...(closed && { state: 'done', closedAt: new Date(closed), closedBy: officer.userId }) } })

beforeAll(async () => {
  await loadReference(owner())
  ;[officer, manager] = [await staff('DATA_PROTECTION_OFFICER'), await staff('MANAGER')]
  unitId = (await owner().unit.create({ data: { code: 'slet', nameDa: 'Slet', nameEn: 'Slet', kind: 'JOBCENTRE' } })).id
})

it('a measurement is kept while a case is open, and counted from the end of the last one and its aftercare', async () => {
  const [free, open, closed, again] = [await veteran(), await veteran(), await veteran(), await veteran()]
  const ids = [await measured(free.id, '2016-02-01'), await measured(open.id, '2016-02-01'), await measured(closed.id, '2016-02-01'), await measured(again.id, '2016-02-01'), await measured(free.id, '2026-01-01')]
  await caseOf(open.id, ['open', '2015-01-01'])
  await caseOf(closed.id, ['open', '2015-01-01'], ['closed', '2017-01-01', '2017-07-01'])
  await caseOf(again.id, ['open', '2015-01-01'], ['closed', '2017-01-01', '2017-07-01'], ['open', '2018-01-01'])
  expect(await due('progress_measurement')).toEqual([])
  await rule('progress_measurement')
  expect((await due('progress_measurement')).toSorted((a, b) => a.anchor.localeCompare(b.anchor))).toEqual([{ key: ids[0], anchor: '2016-02-01' }, { key: ids[2], anchor: '2017-07-01' }])
})

it('a task is counted from the day it was done; what is still to be done stays', async () => {
  const { id } = await veteran()
  const [old] = [await task(id, '2016-03-01T10:00:00Z'), await task(id, null), await task(id, new Date().toISOString())]
  await rule('task')
  expect(await due('task')).toEqual([{ key: old.id, anchor: '2016-03-01' }])
})

it('the dry run counts them, and a run takes them whole into the archive and erases them with what belongs to them', async () => {
  const counted = (await retentionOverview(officer, today())).rules.filter(({ kind }) => ['progress_measurement', 'task'].includes(kind))
  expect(counted.map(({ kind, due: count }) => [kind, count])).toEqual(expect.arrayContaining([['progress_measurement', 2], ['task', 1]]))
  const runId = (await as(officer, () => submit(proposeRetention, {}))).redirectedTo?.split('/').at(-1) ?? ''
  await as(manager, () => submit(approveRetention, { runId, version: '1' }))
  const items = await owner().retentionItem.findMany({ where: { runId } })
  await runRetention(() => archiveFolder(join(folder, 'archive')), () => ledgerFolder(join(folder, 'ledger')))(null, new AbortController().signal)
  const keys = items.map(({ rowKey }) => rowKey)
  expect([await owner().progressMeasurement.count({ where: { id: { in: keys } } }), await owner().progressValue.count({ where: { measurementId: { in: keys } } }), await owner().task.count({ where: { id: { in: keys } } }), await owner().taskEvent.count({ where: { taskId: { in: keys } } })]).toEqual([0, 0, 0, 0])
  expect(await owner().retentionTombstone.count({ where: { rowKey: { in: keys } } })).toBe(3)
  const archived = readdirSync(join(folder, 'archive')).map((name) => readFileSync(join(folder, 'archive', name), 'utf8')).join('')
  for (const text of ['Ordene i målingen', 'Ordene i opgaven', 'progress_value', 'task_event']) expect(archived).toContain(text)
})

it('a rule that ships off says what is suggested, and is switched on by whoever may', async () => {
  await owner().retentionRule.deleteMany()
  await loadReference(owner())
  const rules = (await retentionOverview(officer, today())).rules
  expect(rules.filter(({ active }) => active)).toEqual([])
  expect(rules.filter(({ kind }) => Object.hasOwn(ANCHORS, kind)).map(({ kind, length, unit, archive: archived }) => [kind, `${length} ${unit}`, archived]).sort()).toEqual([
    ['case_file', '5 YEAR', true], ['companion_meeting', '2 YEAR', true], ['consent', '5 YEAR', true], ['contact', '5 YEAR', true], ['contact_draft', '6 MONTH', false], ['meeting', '5 YEAR', true], ['meeting_item', '5 YEAR', true],
    ['plan_agreement', '5 YEAR', true], ['plan_goal', '5 YEAR', true], ['plan_schedule', '1 YEAR', true], ['power_of_attorney', '5 YEAR', true], ['screening', '5 YEAR', true], ['volunteer_request', '2 YEAR', true],
  ])
  const { kind, version } = rules.find((rule) => rule.kind === 'plan_schedule') ?? { kind: '', version: 0 }
  await as(officer, () => submit(saveRetentionRule, { kind, version: String(version), length: '18', unit: 'MONTH', source: 'Kommunens slettepolitik', active: 'on', archive: 'on' }))
  expect(await owner().retentionRule.findUnique({ where: { kind: 'plan_schedule' } })).toMatchObject({ active: true, length: 18, unit: 'MONTH' })
})
