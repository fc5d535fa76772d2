import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET } from '@/app/(staff)/caseload/export/route'
import type { Actor } from '@/lib/access/permissions'
import { queueList } from '@/lib/casework/queues/queries'
import { queueState } from '@/lib/casework/queues/schema'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import { as, staff } from '../../support/as'
import { owner } from '../../support/db'
import { person } from '../../support/factories'

const day = today()
let me: Actor, colleague: Actor, first: string, hidden: string
const file = (actor: Actor, search = '') => as(actor, () => GET(new Request(`http://x/caseload/export${search}`)))
const lines = async (actor: Actor, search = '') => (await (await file(actor, search)).text()).replace('\ufeff', '').trim().split('\r\n').map((line) => line.split(';'))

/** Two people with a task each, one of them where nobody may know; and one more whose plan says something that has passed. */
beforeAll(async () => {
  const { id: unitId } = await owner().unit.create({ data: { code: randomUUID(), nameDa: 'Jobcentret', nameEn: 'Job centre' } })
  me = await staff('CASEWORKER', { unitId })
  colleague = await staff('CASEWORKER', { unitId })
  const [one, two, three] = [await person('JOBCENTRE_CLIENT', { lastName: 'Aagaard' }), await person('JOBCENTRE_CLIENT', { lastName: 'Bech', protection: 'P1' }, { address: { street: 'Hemmelig Allé' } }), await person('JOBCENTRE_CLIENT', { lastName: '=Carlsen' })]
  first = one.id
  hidden = two.id
  for (const { id } of [one, two, three]) await owner().assignment.create({ data: { personId: id, userId: me.userId, reason: 'test', fromDay: dayToDb(addDays(day, -30)) } })
  for (const [id, on] of [[one.id, -3], [two.id, -2]] as const) await owner().task.create({ data: { personId: id, text: 'Ring', dueOn: dayToDb(addDays(day, on)), ownerId: me.userId, createdBy: me.userId } })
  for (const on of [-9, -4]) await owner().planAgreement.create({ data: { personId: three.id, text: 'Ringe til lægen', who: 'citizen', createdBy: me.userId, steps: { create: { personId: three.id, number: 1, state: 'open', dueOn: dayToDb(addDays(day, on)), recordedBy: me.userId } } } })
})

describe('the caseload list as a file', () => {
  it.each(['', '?queue=passed', '?queue=passed&dir=desc&sort=name&col=tasks&col=since', '?queue=agreements', '?queue=silent&days=14'])('%s holds whom the page shows, in its order', async (search) => {
    const params = new URLSearchParams(search)
    const shown = (await queueList(me, day, queueState({ ...Object.fromEntries(params), col: params.getAll('col') }))).rows
    const [head, ...rows] = await lines(me, search)
    expect(rows.map(([name]) => name?.replace("'", ''))).toEqual(shown.map(({ name }) => name))
    expect(new Set(rows.map((row) => row.length))).toEqual(shown.length > 0 ? new Set([head?.length]) : new Set())
  })

  it('has the columns of the screen, says whose address is protected, and nowhere where they live', async () => {
    const [head, ...rows] = await lines(me, '?queue=passed&col=own&col=tasks')
    expect(head).toEqual(['Borger', 'Beskyttet adresse', 'Hvad er passeret', 'Opgaver'])
    expect(rows.map((row) => row.slice(1))).toEqual([['', expect.stringMatching(/^Aftale i planen .*\(passeret\)$/), ''], ['', expect.stringMatching(/^Opgave .*\(passeret\)$/), '1'], ['Ja', expect.stringMatching(/^Opgave .*\(passeret\)$/), '1']])
    expect((await lines(me, '?queue=agreements&col=own'))[1]?.[2]).toMatch(/\(passeret\) · 2 aftaler$/)
    expect(await (await file(me)).text()).not.toContain('Hemmelig')
  })

  it('is in the log as given out, of everybody in it', async () => {
    const before = await owner().auditEvent.count({ where: { actorUserId: me.userId, action: 'case.queue-exported' } })
    await file(me, '?queue=passed&col=note')
    const events = await owner().auditEvent.findMany({ where: { actorUserId: me.userId, action: 'case.queue-exported' }, include: { subjects: true }, orderBy: { seq: 'desc' } })
    expect(events).toHaveLength(before + 1)
    expect(events[0]).toMatchObject({ kind: 'DISCLOSURE', details: { queue: 'passed', rows: 3, notes: true } })
    expect(events[0]?.subjects.map(({ personId }) => personId)).toEqual(expect.arrayContaining([first, hidden]))
  })

  it('asks for a fresh proof, and holds nobody a colleague has', async () => {
    expect((await lines(colleague, '?scope=unit')).slice(1)).toEqual([])
    await owner().$executeRaw`UPDATE session SET proved_at = now() - interval '301 seconds' WHERE id = ${colleague.sessionId}::uuid`
    await expect(file(colleague)).rejects.toThrow('NEXT_REDIRECT')
    await expect(file(await staff('MANAGER'))).rejects.toThrow()
  })

  it('is not made of the cases nobody has: they are no more than names to the reader', async () => expect(file(me, '?queue=unclaimed')).rejects.toThrow())
})
