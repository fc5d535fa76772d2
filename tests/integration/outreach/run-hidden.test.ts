import { afterEach, describe, expect, it } from 'vitest'
import { GROUPS } from '@/lib/outreach/runs/groups'
import { runMember, runMembers } from '@/lib/outreach/runs/members/queries'
import { excludeMember } from '@/lib/outreach/runs/members/actions'
import { runDetails, runList } from '@/lib/outreach/runs/queries'
import { transaction } from '@/lib/platform/db'
import { as, submit } from '../../support/as'
import { owner } from '../../support/db'
import { couple, endRuns, groups, madeRun, owed } from './run-ground'

afterEach(endRuns)

describe('people of a run the reader may not open', () => {
  it('are counted, and nothing else is told of them', async () => {
    const { maker, second } = await couple()
    const [open, shielded, kin] = [await owed('digital', { lastName: 'Åbentsen' }), await owed('digital', { protection: 'P3', lastName: 'Skærmetsen' }), await owed('digital', { lastName: 'Familiesen' })]
    const runId = await madeRun(maker)
    await owner().runMember.updateMany({ where: { runId, personId: { in: [shielded.id, kin.id] } }, data: { note: 'Ringer om natten' } })
    await owner().staffRelation.create({ data: { userId: second.userId, personId: kin.id, kind: 'SIBLING', fromDay: new Date('2020-01-01') } })
    const lists = await Promise.all(GROUPS.map((group) => runMembers(second, runId, group, 1)))
    const sum = (of: 'total' | 'hidden') => lists.reduce((all, list) => all + list[of], 0)
    expect([lists.flatMap(({ rows }) => rows.map((row) => row.personId)), sum('total'), sum('hidden')]).toEqual([[open.id], 1, 2])
    expect([await runMember(second, runId, shielded.id), await runMember(second, runId, kin.id)]).toEqual([null, null])
    // The account is of everybody.
    const [details, of] = [await runDetails(second, runId), await groups(runId)]
    expect(details?.sums.sums.groups).toMatchObject(of)
    expect([details?.sums.sums.population, details?.reasons.reduce((all, reason) => all + reason.count, 0)]).toEqual([3, 3])
    expect([details?.channels.DIGITAL_POST, details?.texts.reduce((all, text) => all + text.letters, 0)]).toEqual([of.TO_SEND, of.TO_SEND])
    expect((await runList(second)).find((run) => run.id === runId)?.tally.groups).toMatchObject(of)
    // The database itself.
    const seen = await transaction({ role: 'app', token: second.token }, (tx) => tx.runMember.findMany({ where: { runId }, select: { personId: true, note: true, reason: true } }))
    expect(seen.map((row) => row.personId)).toEqual([open.id])
    expect(await transaction({ role: 'app', token: second.token }, (tx) => tx.runMemberChange.count({ where: { personId: { in: [shielded.id, kin.id] } } }))).toBe(0)
    await expect(transaction({ role: 'app', token: second.token }, (tx) => tx.$executeRawUnsafe(`UPDATE run_member SET person_id = '${kin.id}'`))).rejects.toThrow(/row-level security/)
    await as(second, () => submit(excludeMember, { runId, personId: kin.id, note: 'Min bror skal ikke have brev' }))
    expect((await owner().runMember.findUniqueOrThrow({ where: { runId_personId: { runId, personId: kin.id } } })).note).toBe('Ringer om natten')
  })
})
