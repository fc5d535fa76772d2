import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { assessBreach, authorityTold, closeBreach, peopleTold, reportBreach } from '@/lib/oversight/breaches/actions'
import { closeRequest, extendRequest, handOut, makeExport, strikeParts } from '@/lib/oversight/subject-export/actions'
import { subjectRequest } from '@/lib/oversight/subject-export/queries'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb, momentAt } from '@/lib/platform/day'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { veteran } from '../../support/factories'

const changed = 'Nogen har ændret anmodningen imens. Se siden igen.'
const boxes = (name: string, time: string) => { const [year = '', month = '', date = ''] = addDays(today(), -1).split('-'); return { [`${name}.year`]: year, [`${name}.month`]: month, [`${name}.day`]: date, [`${name}Time`]: time } }
const said = async (who: Actor, action: Parameters<typeof submit>[0], values: Record<string, string | string[]>) => (await as(who, () => submit(action, values))).state?.message

beforeAll(() => loadReference(owner()))

it('nothing is written over what another has just written about a breach', async () => {
  const officer = await staff('DATA_PROTECTION_OFFICER')
  const { id } = await owner().breach.create({ data: { title: 'Tabt telefon', happened: 'Glemt i toget', kinds: ['confidentiality'], dataKinds: 'Navne', people: 3, foundAt: momentAt(addDays(today(), -1), 1), awareAt: momentAt(addDays(today(), -1), 1), risk: 'NONE', version: 7, createdBy: officer.userId } })
  const seen = { breachId: id, version: '6' }
  // The two that write texts of their own show the other's (tests/integration/access/two-texts.test.ts).
  const texts = [[assessBreach, { risk: 'NONE', riskReason: 'Telefonen var låst', consequences: 'Ingen kendte', measures: 'Slettet på afstand', people: '3' }], [peopleTold, { how: 'Ringet op alle tre' }]] as const
  for (const [action, values] of texts) expect(await said(officer, action, { ...seen, ...values })).toContain('har gemt imens')
  const forms = [
    [authorityTold, boxes('toldAt', '12:00')], [closeBreach, { learned: 'Telefoner låser nu selv' }],
  ] as const
  for (const [action, values] of forms) expect(await said(officer, action, { ...seen, ...values })).toBe(changed)
  expect(await owner().breach.findUniqueOrThrow({ where: { id } })).toMatchObject({ version: 7, riskReason: null, authorityToldAt: null, peopleToldOn: null, closedAt: null })
})

it('who is written down with a breach comes from the selection it was begun from, and from nothing else', async () => {
  const officer = await staff('DATA_PROTECTION_OFFICER')
  await owner().auditEvent.create({ data: { kind: 'VIEW', action: 'person.viewed', personId: (await veteran()).id, actorUserId: officer.userId } })
  const facts = { title: 'Tabt telefon', happened: 'En telefon blev glemt i toget med kalenderen åben.', kinds: ['confidentiality'], dataKinds: 'Navne', people: '3', ...boxes('foundAt', '00:05'), ...boxes('awareAt', '00:10') }
  const id = (await as(officer, () => submit(reportBreach, facts))).redirectedTo?.split('/').at(-1) ?? ''
  expect([id.length, await owner().breachSubject.count({ where: { breachId: id } })]).toEqual([36, 0])
})

describe('a request', () => {
  const ask = async (by: Actor) => {
    const row = await owner().subjectRequest.create({ data: { personId: (await veteran()).id, askedBy: 'self', askedHow: 'letter', identity: 'MitID', receivedOn: dayToDb(today()), dueOn: dayToDb(addDays(today(), 30)), createdBy: by.userId } })
    return row.id
  }
  const version = async (id: string) => (await owner().subjectRequest.findUniqueOrThrow({ where: { id } })).version
  const make = async (by: Actor, id: string) => as(by, async () => submit(makeExport, { requestId: id, version: String(await version(id)), gone: 'on', language: 'da' }))

  it('is not moved on from what another has just changed', async () => {
    const coordinator = await staff('VETERAN_COORDINATOR')
    const id = await ask(coordinator)
    expect((await make(coordinator, id)).state?.ok).toBe(true)
    const seen = { requestId: id, version: String((await version(id)) - 1) }
    for (const [action, values] of [[handOut, { how: 'letter' }], [extendRequest, { reason: 'Sagen fylder mange bind' }], [closeRequest, { reason: 'Personen har trukket den' }]] as const) expect(await said(coordinator, action, { ...seen, ...values })).toBe(changed)
    expect(await owner().subjectRequest.findUniqueOrThrow({ where: { id } })).toMatchObject({ handedOn: null, extendedTo: null, closedOn: null })
  })

  it('has no answer any more once something is struck from it', async () => {
    const coordinator = await staff('VETERAN_COORDINATOR')
    const id = await ask(coordinator)
    const { personId } = await owner().subjectRequest.findUniqueOrThrow({ where: { id } })
    await owner().veteranProfile.update({ where: { personId }, data: { resources: 'Naboen ringede om støjen' } })
    await make(coordinator, id)
    const part = (await subjectRequest(coordinator, id))?.answer?.parts.find(({ tab }) => tab === 'veteran_profile')
    await as(coordinator, () => submit(strikeParts, { requestId: id, parts: `veteran_profile|${part?.key}|resources`, reason: 'third-party' }))
    expect(await owner().subjectRequest.findUniqueOrThrow({ where: { id } })).toMatchObject({ madeAt: null, pdfId: null, bundleId: null })
  })
})
