import { expect, it } from 'vitest'
import { mergePair, undoMerge } from '@/lib/people/duplicates/actions'
import { transaction } from '@/lib/platform/db'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { day, veteran } from '../../support/factories'

it('what a citizen has asked for goes along into the merge and back, also what was handed out; nobody moves it by hand', async () => {
  const coordinator = await staff('VETERAN_COORDINATOR')
  const [a, b] = [await veteran({ birthDate: day('1971-03-04') }), await veteran({ birthDate: day('1971-03-04') })]
  const [leftId = '', rightId = ''] = [a.id, b.id].sort()
  const pair = await owner().duplicatePair.create({ data: { leftId, rightId, score: 90, reasons: ['same-birth-date'], state: 'OPEN' } })
  const asked = (handedOn: string | null) => owner().subjectRequest.create({ data: { personId: rightId, askedBy: 'self', askedHow: 'letter', identity: 'MitID', receivedOn: day('2026-10-01'), dueOn: day('2026-11-01'), createdBy: coordinator.userId, madeAt: handedOn && new Date(), handedOn: handedOn && day(handedOn), handedHow: handedOn && 'letter' } })
  const requests = [await asked(null), await asked('2026-10-20')].map(({ id }) => id)
  const owners = async () => [...new Set((await owner().subjectRequest.findMany({ where: { id: { in: requests } } })).map(({ personId }) => personId))]

  const merged = await as(coordinator, () => submit(mergePair, { pairId: pair.id, leftVersion: '1', rightVersion: '1' }))
  expect(merged.state?.message ?? '').toBe('')
  expect(await owners()).toEqual([leftId])
  const byHand = transaction({ role: 'app', token: coordinator.token }, (tx) => tx.$executeRawUnsafe(`UPDATE subject_request SET person_id = '${rightId}' WHERE id = '${requests[0]}'`))
  await expect(byHand).rejects.toThrow(/never changed/)

  const last = await owner().personMerge.findFirstOrThrow({ where: { keptId: leftId } })
  await as(coordinator, () => submit(undoMerge, { mergeId: last.id }))
  expect(await owners()).toEqual([rightId])
})
