import { beforeAll, expect, it } from 'vitest'
import { loadReference } from '@/prisma/reference'
import type { Actor } from '@/lib/access/permissions'
import { addToContact, logContact } from '@/lib/casework/contacts/actions'
import { redactContact } from '@/lib/casework/contacts/redaction/actions'
import { contactReport, contactsToReport } from '@/lib/casework/contacts/report/queries'
import { readReportInput, readReportView, type ReportInput, type Sent } from '@/lib/casework/contacts/report/schema'
import { blindIndex, seal } from '@/lib/platform/crypto/sealed'
import { today } from '@/lib/platform/clock'
import { addDays, type Day } from '@/lib/platform/day'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'
import { person } from '../../support/factories'

let caseworker: Actor, stranger: Actor
const mine = async () => {
  const who = await person('JOBCENTRE_CLIENT', { firstName: 'Åse', lastName: 'Ørum' })
  await owner().assignment.create({ data: { personId: who.id, userId: caseworker.userId, reason: 'test', fromDay: new Date('2024-01-01') } })
  return who.id
}
const log = async (personId: string, days: number, words: string, more: Record<string, string> = {}) => {
  const on = addDays(today(), -days)
  await as(caseworker, () => submit(logContact, { personId, outcome: 'reached', kind: 'phone', 'happenedOn.day': String(Number(on.slice(8))), 'happenedOn.month': String(Number(on.slice(5, 7))), 'happenedOn.year': on.slice(0, 4), at: '10:30', 'note.general': words, ...more }))
  return (await owner().contact.findFirstOrThrow({ where: { personId }, orderBy: { recordedAt: 'desc' }, select: { id: true } })).id
}
const input = (sent: Sent = {}, chosen = false) => readReportInput({ why: 'meeting', ...sent }, today(), chosen) as ReportInput
const take = (actor: Actor, personId: string, sent: Sent = {}, chosen = false) => contactReport(actor, personId, input(sent, chosen))
const words = (report: Awaited<ReturnType<typeof take>>) => report?.choice.contacts.map(({ notes, agreed }) => notes[0]?.text ?? agreed)
const logged = (personId: string) => owner().auditEvent.findMany({ where: { personId, action: 'contact.report-made' }, orderBy: { at: 'asc' }, select: { kind: true, purpose: true, details: true } })

beforeAll(async () => {
  await loadReference(owner() as never)
  await owner().municipality.create({ data: { name: 'Randers Kommune', cvr: '29189668', senderLabel: 'Kommunen', addressLines: ['Laksetorvet', '8900 Randers C'], phone: '89 15 15 15', email: 'post@example.invalid', website: 'https://example.invalid' } })
  caseworker = await staff('CASEWORKER')
  stranger = await staff('CASEWORKER')
})

it('holds the ticked entries of the period, says how many are left out, and the log says for what and how much of it', async () => {
  const id = await mine()
  await owner().personCpr.create({ data: { personId: id, kind: 'REPLACEMENT', cipher: seal('6506751234'), keyedHash: blindIndex(id), birthPart: '650675' } })
  const [old, first, second] = [await log(id, 400, 'for gammel'), await log(id, 20, 'første'), await log(id, 10, 'anden', { 'note.work': 'om arbejde', agreed: 'ringe' })]
  await log(id, 5, '', { outcome: 'tried' })
  await as(caseworker, () => submit(addToContact, { personId: id, contactId: second, text: 'det var torsdag' }))
  const page = await contactsToReport(caseworker, id, readReportView({}, today()), async () => null)
  expect(page?.content?.more).toMatchObject({ matching: 2, inPeriod: 3, contacts: [{ id: second, agreed: 'ringe', additions: [{ text: 'det var torsdag' }] }, { id: first }] })
  const report = await take(caseworker, id, { entry: [first, second, old] }, true)
  expect(report).toMatchObject({ name: 'Åse Ørum', cpr: null, choice: { inPeriod: 3 } })
  expect(words(report)).toEqual(['anden', 'første'])
  expect(words(await take(caseworker, id, { entry: [first], cpr: 'on', as: 'docx', names: 'on' }, true))).toEqual(['første'])
  expect(words(await take(caseworker, id, { topic: ['work'], outcome: ['reached', 'tried'] }))).toEqual(['anden'])
  const period = { from: String(readReportView({}, today()).from), to: String(today()) }
  expect(await logged(id)).toEqual([
    { kind: 'DISCLOSURE', purpose: 'meeting', details: { ...period, format: 'pdf', entries: 2, left: 1, names: false, cpr: false } },
    { kind: 'DISCLOSURE', purpose: 'meeting', details: { ...period, format: 'docx', entries: 1, left: 2, names: true, cpr: true } },
    { kind: 'DISCLOSURE', purpose: 'meeting', details: { ...period, format: 'pdf', entries: 1, left: 2, names: false, cpr: false } },
  ])
})

it('as a letter has the open address of the citizen, never a protected one, and the log says so', async () => {
  const id = await mine()
  const entry = await log(id, 3, 'ordene')
  const letter = async (sent: Sent = {}) => (await take(caseworker, id, { entry: [entry], shape: 'letter', ...sent }, true))?.letterhead
  expect(await letter()).toMatchObject({ firstName: 'Åse', address: ['Vestergade 12', '8900 Randers C'] })
  expect(await letter({ shape: 'other', recipient: 'Jobcentret' })).toMatchObject({ address: null })
  expect((await take(caseworker, id, { entry: [entry] }, true))?.letterhead).toBeNull()
  expect((await logged(id)).map(({ details }) => [(details as { shape?: string }).shape, (details as { address?: boolean }).address])).toEqual([['letter', true], ['other', false], [undefined, undefined]])
  const hidden = await person('JOBCENTRE_CLIENT', { protection: 'P1' }, { address: { street: 'Hemmelig Allé' } })
  await owner().assignment.create({ data: { personId: hidden.id, userId: caseworker.userId, reason: 'test', fromDay: new Date('2024-01-01') } })
  const secret = await take(caseworker, hidden.id, { entry: [await log(hidden.id, 3, 'ordene')], shape: 'letter' }, true)
  expect(secret?.letterhead).toMatchObject({ address: null })
  expect(JSON.stringify(secret)).not.toContain('Hemmelig')
  expect(await take(stranger, id, { entry: [entry], shape: 'letter' }, true)).toBeNull()
})

it('takes another person’s entries, made up ones and those that were taken back as if they were not there', async () => {
  const [id, other] = [await mine(), await mine()]
  const [own, theirs, gone] = [await log(id, 3, 'min'), await log(other, 3, 'en andens'), await log(id, 2, 'taget tilbage')]
  await as(caseworker, () => submit(redactContact, { personId: id, contactId: gone, reason: 'mistake' }))
  const report = await take(caseworker, id, { entry: [own, theirs, gone, crypto.randomUUID(), 'no-uuid'] }, true)
  expect(words(report)).toEqual(['min'])
  expect(JSON.stringify(report)).not.toMatch(/en andens|taget tilbage/)
  expect((await take(caseworker, id, { entry: [theirs] }, true))?.choice).toMatchObject({ contacts: [], inPeriod: 1 })
})

it('is not there for whoever does not have the person, and nothing is logged', async () => {
  const id = await mine()
  const entry = await log(id, 3, 'min')
  expect(await take(stranger, id, { entry: [entry] }, true)).toBeNull()
  expect(await contactsToReport(stranger, id, readReportView({}, today()), async () => null)).toBeNull()
  await expect(take(await staff('MANAGER'), id)).rejects.toThrow('contact.read')
  expect(await take(caseworker, 'no-uuid')).toBeNull()
  expect(await logged(id)).toEqual([])
})

it('holds no more than the newest two hundred, and says how many there are', async () => {
  const id = await mine()
  const at = (nth: number) => new Date(Date.now() - (nth + 1) * 3_600_000)
  await owner().contact.createMany({ data: Array.from({ length: 205 }, (_, nth) => ({ personId: id, outcome: 'reached', channel: 'phone', happenedAt: at(nth), agreed: `nr ${nth}`, recordedBy: caseworker.userId })) })
  const report = await take(caseworker, id)
  expect(report?.choice).toMatchObject({ matching: 205, inPeriod: 205 })
  expect(words(report)).toEqual(Array.from({ length: 200 }, (_, nth) => `nr ${nth}`))
})

it.each<[string, Day]>([['2026-03-29', '2026-03-29' as Day], ['2026-10-25', '2026-10-25' as Day]])('takes a whole Danish day, also when the clock changes (%s)', async (_, day) => {
  const id = await mine()
  const hour = (moment: string) => ({ personId: id, outcome: 'reached', channel: 'phone', happenedAt: new Date(moment), agreed: moment, recordedBy: caseworker.userId })
  const [from, to] = day === '2026-03-29' ? ['2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'] : ['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z']
  const minute = 60_000
  const moments = [Date.parse(from) - minute, Date.parse(from), Date.parse(to) - minute, Date.parse(to)].map((one) => new Date(one).toISOString())
  await owner().contact.createMany({ data: moments.map(hour) })
  expect(words(await take(caseworker, id, { from: day, to: day }))).toEqual([moments[2], moments[1]])
})
