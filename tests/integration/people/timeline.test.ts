import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'

import { keepDraft } from '@/lib/casework/contacts/actions'
import { personTimeline } from '@/lib/people/timeline/queries'
import type { TimelineKind } from '@/lib/people/timeline/schema'
import { personOverview } from '@/lib/people/record/queries'
import { as, staff, submit } from '../../support/as'
import { twoUnits } from '../../support/cases'
import { owner } from '../../support/db'
import { day } from '../../support/factories'
import { nothingElse } from '../../support/nothing-else'
import { table } from '../../support/meetings'

let g: Awaited<ReturnType<typeof twoUnits>>
const none = async () => null
const rows = async (who: Actor, id: string, kind?: TimelineKind) => (await personTimeline(who, id, { kind, page: 1 }, none))?.content?.more.rows ?? null
const codes = async (who: Actor, id: string, kind?: TimelineKind) => (await rows(who, id, kind))?.map(({ code }) => code)

beforeAll(async () => {
  g = await twoUnits()
})

/** A case with a goal that was reached, a decision, a measurement and one that was taken back. */
async function lived() {
  const { personId, caseId } = await g.opened()
  const goal = await owner().planGoal.create({ data: { personId, createdBy: g.sender.userId } })
  const step = { goalId: goal.id, personId, text: 'Et job med heste', saidBy: 'citizen', saidOn: day('2026-02-01'), recordedBy: g.sender.userId }
  await owner().planGoalStep.createMany({ data: [{ ...step, number: 1, state: 'open' }, { ...step, number: 2, state: 'open', text: 'Et job med dyr' }, { ...step, number: 3, state: 'reached', text: 'Et job med dyr' }] })
  const meetingId = await table(g.sender.unitId ?? '', [g.sender])
  const item = await owner().meetingItem.create({ data: { meetingId, caseId, personId, words: 'x', markedBy: g.sender.userId } })
  await owner().meetingMinute.create({ data: { itemId: item.id, personId, text: 'Pia finder en praktik', recordedBy: g.sender.userId } })
  const scale = { nameDa: 'Søvn', nameEn: 'Sleep', aboutDa: 'x', aboutEn: 'x', lowest: 1, highest: 5, better: 'higher', noise: 1, anchors: [], position: 90 }
  await owner().progressScale.upsert({ where: { code: 'soevn-linje' }, create: { ...scale, code: 'soevn-linje' }, update: {} })
  const measured = { personId, scaleCode: 'soevn-linje', measuredOn: day('2026-03-01'), ratedBy: 'together', recordedBy: g.sender.userId }
  await owner().progressMeasurement.createMany({ data: [measured, { ...measured, takenBackAt: new Date(), takenBackBy: g.sender.userId, takenBackWhy: 'mistake' }] })
  return { personId, caseId }
}

it('tells of cases, the plan, decisions and measurements beside the contacts, each kind by itself too', async () => {
  const { personId } = await lived()
  expect(await codes(g.sender, personId, 'case')).toEqual(['caseOpened'])
  expect((await rows(g.sender, personId, 'plan'))?.map(({ code, values }) => [code, values.text])).toEqual([['goalSet', 'Et job med heste'], ['goalReached', 'Et job med dyr']].toSorted((a, b) => (a[0] ?? '').localeCompare(b[0] ?? '')))
  expect(await rows(g.sender, personId, 'decision')).toMatchObject([{ code: 'decided', note: 'Pia finder en praktik' }])
  expect(await rows(g.sender, personId, 'measurement')).toMatchObject([{ code: 'measured', on: '2026-03-01', values: { da: 'Søvn', by: 'together' } }])
  expect(await codes(g.sender, personId)).toEqual(expect.arrayContaining(['caseOpened', 'goalSet', 'goalReached', 'decided', 'measured']))
})

it('says how a case was closed', async () => {
  const { personId, caseId } = await g.opened()
  await owner().caseState.create({ data: { caseId, personId, number: 2, state: 'closed', fromDay: day('2026-04-01'), outcome: 'goal', recordedBy: g.sender.userId } })
  await owner().caseState.create({ data: { caseId, personId, number: 3, state: 'open', fromDay: day('2026-05-01'), recordedBy: g.sender.userId } })
  expect((await rows(g.sender, personId, 'case'))?.map(({ code, values }) => `${code} ${values.outcome}`)).toEqual(expect.arrayContaining(['caseClosed goal', 'caseAgain ', 'caseOpened ']))
})

it('shows a draft to whoever writes it, and to nobody else; never among what happened last', async () => {
  const { personId } = await g.opened()
  await owner().assignment.create({ data: { personId, userId: g.near.userId, reason: 'test', fromDay: day('2026-01-01') } })
  await as(g.sender, () => submit(keepDraft, { personId, draftId: randomUUID(), 'note.general': 'Ringede fra' }))
  const own = await rows(g.sender, personId, 'contact')
  expect(own).toMatchObject([{ code: 'draft', note: null }])
  expect(JSON.stringify(own)).not.toContain('Ringede fra')
  expect(await rows(g.near, personId, 'contact')).toEqual([])
  expect(JSON.stringify(await personOverview(g.sender, personId, nothingElse))).not.toContain('draft-')
})

it('leaves out what one’s rights leave out', async () => {
  const { personId } = await lived()
  expect(await rows(await staff('CASEWORKER'), personId)).toBeNull()
})
