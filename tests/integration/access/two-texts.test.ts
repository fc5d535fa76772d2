import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { changeUnit, createUnit } from '@/lib/access/units/actions'
import { createEvent, editEvent } from '@/lib/outreach/events/actions'
import { assessBreach, peopleTold } from '@/lib/oversight/breaches/actions'
import { saveProcessing } from '@/lib/oversight/processing/actions'
import { saveMunicipality } from '@/lib/portal/municipality/actions'
import { createOffer, editOffer } from '@/lib/portal/offers/actions'
import { loadReference } from '@/prisma/reference'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'

type Values = Record<string, string | string[]>
let coordinator: Actor, administrator: Actor, officer: Actor

beforeAll(async () => {
  await loadReference(owner())
  ;[coordinator, administrator, officer] = [await staff('VETERAN_COORDINATOR'), await staff('ADMINISTRATOR'), await staff('DATA_PROTECTION_OFFICER')]
})

/** Saved by another meanwhile; then shown both texts, and saved on top by whoever still means theirs. */
async function bothTexts(by: Actor, action: Parameters<typeof submit>[0], first: Values, second: Values, version: string, shown: Record<string, string>) {
  const save = async (values: Values) => as(by, () => submit(action, { version, ...values }))
  const before = await owner().auditEvent.count()
  expect((await save(first)).state?.fields).toBeUndefined()
  const state = (await save(second)).state
  expect(state?.message).toContain('har gemt imens')
  expect(Object.fromEntries(Object.entries(state?.fields ?? {}).map(([name, said]) => [name, said?.join()]))).toEqual(Object.fromEntries(Object.entries(shown).map(([name, text]) => [name, text === '' ? 'Feltet er nu tomt.' : `Nu står der: “${text}”.`])))
  expect(state?.values).toMatchObject({ ...Object.fromEntries(Object.entries(second).map(([name, value]) => [name, Array.isArray(value) && value.length === 1 ? value[0] : value])), version: String(Number(version) + 1) })
  const after = (await save({ ...(state?.values ?? {}) })).state
  expect(after?.fields).toBeUndefined()
  // Nobody is behind the record: no look at a person is in the log, only what was changed.
  expect(await owner().auditEvent.count()).toBe(before + 2)
}

it('of an offer', async () => {
  const typed = { titleDa: 'Kanotur', titleEn: 'Canoe', summaryDa: 'Ud på åen', summaryEn: 'On the river', audience: ['veteran'], needs: ['nature'], url: '', contact: '', partnerId: '', 'from.day': '', 'from.month': '', 'from.year': '', 'to.day': '', 'to.month': '', 'to.year': '' }
  await as(coordinator, () => submit(createOffer, typed))
  const { id: offerId } = await owner().offer.findFirstOrThrow({ where: { titleDa: 'Kanotur' } })
  await bothTexts(coordinator, editOffer, { ...typed, offerId, summaryDa: 'Ud på fjorden', needs: ['nature', 'body'] }, { ...typed, offerId, titleDa: 'Sejltur', 'from.day': '1', 'from.month': '5', 'from.year': '2029' }, '1', { titleDa: 'Kanotur', summaryDa: 'Ud på fjorden', needs: 'Natur, Krop og træning', from: '' })
})

it('of a unit', async () => {
  const facts = { nameDa: 'Modtagelsen', nameEn: 'Reception', kind: 'JOBCENTRE', place: '', caseLimit: '', phone: '', email: '', silentDays: '30', 'openedOn.day': '', 'openedOn.month': '', 'openedOn.year': '' }
  await as(administrator, () => submit(createUnit, facts))
  const { id: unitId } = await owner().unit.findFirstOrThrow({ where: { nameDa: 'Modtagelsen' } })
  await bothTexts(administrator, changeUnit, { ...facts, unitId, place: 'Rådhuset', caseLimit: '40' }, { ...facts, unitId, nameDa: 'Modtagelse' }, '1', { nameDa: 'Modtagelsen', place: 'Rådhuset', caseLimit: '40' })
})

it('of an event', async () => {
  const typed = { kind: 'flag-day', titleDa: 'Flagdag', titleEn: 'Flag day', textDa: 'Kom og vær med', textEn: 'Come', place: 'Rådhuset', 'on.day': '5', 'on.month': '9', 'on.year': '2029', 'until.day': '', 'until.month': '', 'until.year': '', start: '14.00', end: '16.30', capacity: '220', remindDays: '3' }
  const eventId = (await as(coordinator, () => submit(createEvent, typed))).redirectedTo?.split('/').at(-1) ?? ''
  await bothTexts(coordinator, editEvent, { ...typed, eventId, place: 'Kasernen', start: '13.00' }, { ...typed, eventId, textDa: 'Tag familien med', kind: 'other' }, '1', { place: 'Kasernen', start: '13.00', textDa: 'Kom og vær med', kind: 'Flagdag' })
})

it('of a breach', async () => {
  const { id: breachId } = await owner().breach.create({ data: { title: 'Tabt telefon', happened: 'Glemt i toget', kinds: ['confidentiality'], dataKinds: 'Navne', people: 3, foundAt: new Date('2026-11-01'), awareAt: new Date('2026-11-01'), createdBy: officer.userId } })
  const assessed = { breachId, risk: 'HIGH', riskReason: 'Telefonen var åben', consequences: 'Navne kan være set', measures: 'Slettet på afstand', people: '3' }
  await bothTexts(officer, assessBreach, assessed, { ...assessed, riskReason: 'Telefonen var låst', people: '' }, '1', { riskReason: 'Telefonen var åben', people: '3' })
  await bothTexts(officer, peopleTold, { breachId, how: 'Ringet op alle tre' }, { breachId, how: 'Skrevet til alle tre' }, '3', { how: 'Ringet op alle tre' })
})

it('of the municipality', async () => {
  const row = await owner().municipality.findFirst() ?? (await owner().municipality.create({ data: { cvr: '12345678', name: 'Åby', senderLabel: 'Åby Kommune', addressLines: ['Torvet 1', '8900 Åby'], phone: '89 00 00 00', email: 'post@aaby.invalid', website: 'https://aaby.invalid', accent: '#004d99' } }))
  const typed = { id: row.id, name: row.name, senderLabel: row.senderLabel, addressLines: 'Torvet 1\n8900 Åby', phone: '89 00 00 00', email: 'post@aaby.invalid', website: 'https://aaby.invalid', accent: '#004d99' }
  await bothTexts(administrator, saveMunicipality, { ...typed, senderLabel: 'Veterankontoret' }, { ...typed, phone: '89 00 00 01' }, String(row.version), { senderLabel: 'Veterankontoret', phone: '89 00 00 00' })
})

it('of the words about processing', async () => {
  const { area, version, purpose, basis, subjects, recipients, transfers, security } = await owner().processingText.findFirstOrThrow({ where: { area: 'people' } })
  const typed = { area, purpose, basis, subjects, recipients, transfers, security }
  await bothTexts(officer, saveProcessing, { ...typed, purpose: 'At hjælpe veteraner' }, { ...typed, security: 'To ser efter hinanden' }, String(version), { purpose: 'At hjælpe veteraner', security })
})
