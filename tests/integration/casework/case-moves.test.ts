import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { holdCase, openCase } from '@/lib/casework/cases/actions'
import { personCases } from '@/lib/casework/cases/queries'
import { acceptTransfer, askTransfer, revokeTransfer } from '@/lib/casework/sharing/actions'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { person, veteran } from '../../support/factories'

const make = async () => (await owner().unit.create({ data: { code: randomUUID(), nameDa: 'Enheden', nameEn: 'Unit' } })).id
const caseOf = async (personId: string) => (await owner().caseFile.findFirstOrThrow({ where: { personId } })).id

it('a merge moves cases with all that became of them, and its undoing moves them back, also what was written meanwhile', async () => {
  const coordinator = await staff('VETERAN_COORDINATOR', { unitId: await make() })
  const [kept, merged] = [await veteran({ lastName: 'Samlesen' }), await veteran({ lastName: 'Samlesen' })]
  for (const [who, kind] of [[kept, 'veteran'], [merged, 'other']] as const) await as(coordinator, () => submit(openCase, { personId: who.id, kind }))
  const caseId = await caseOf(merged.id)
  const db = (run: string) => transaction({ role: 'app', token: coordinator.token }, (tx) => tx.$queryRawUnsafe<{ answer: { id?: string; refused?: string } }[]>(run))
  const [made] = await db(`SELECT access.merge_people('${kept.id}', '${merged.id}', '{}', false, false) AS answer`)
  const cases = async (id: string) => (await personCases(coordinator, id, async () => null))?.content?.more.cases.map((one) => [one.kind, one.history.length, one.people.length]).sort()
  expect(await cases(kept.id)).toEqual([['other', 1, 1], ['veteran', 1, 1]])
  await as(coordinator, () => submit(holdCase, { personId: kept.id, caseId, number: '1', words: 'Venter på flytningen', 'resumeOn.day': '1', 'resumeOn.month': '2', 'resumeOn.year': '2099' }))
  expect((await db(`SELECT access.undo_merge('${made?.answer.id}') AS answer`))[0]?.answer).not.toHaveProperty('refused')
  expect([await cases(kept.id), await cases(merged.id)]).toEqual([[['veteran', 1, 1]], [['other', 2, 1]]])
  expect(await owner().assignment.findMany({ where: { caseId }, select: { personId: true } })).toEqual([{ personId: merged.id }])
})

it('an offer that was taken cannot be taken back by whoever made it', async () => {
  const unitId = await make()
  const [sender, receiver] = [await staff('CASEWORKER', { unitId }), await staff('CASEWORKER', { unitId })]
  const who = await person('JOBCENTRE_CLIENT')
  await owner().assignment.create({ data: { personId: who.id, userId: sender.userId, reason: 'test', fromDay: new Date('2026-01-01') } })
  await as(sender, () => submit(openCase, { personId: who.id, kind: 'other' }))
  await as(sender, async () => submit(askTransfer, { personId: who.id, caseId: await caseOf(who.id), to: `user:${receiver.userId}`, message: 'Kan du tage over?' }))
  const { id: transferId } = await owner().caseTransfer.findFirstOrThrow({ where: { personId: who.id } })
  expect((await as(receiver, () => submit(acceptTransfer, { transferId }))).redirectedTo).toBe(`/people/${who.id}/cases`)
  expect((await as(sender, () => submit(revokeTransfer, { personId: who.id, transferId }))).state?.message).toContain('besvaret')
  expect(await owner().caseTransfer.findUniqueOrThrow({ where: { id: transferId } })).toMatchObject({ answer: 'accepted', answeredBy: receiver.userId })
})
