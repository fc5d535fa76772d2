import { describe, expect, it } from 'vitest'
import { contactDocument } from '@/components/casework/contact-report/document'
import { readLetter } from '@/lib/messaging/letters/read-back'
import { toDay } from '@/lib/platform/day'
import { translatorFor } from '@/lib/platform/i18n/catalogue'
import { contactProblems, generatedContacts, readDocx, TOPICS } from '@/tests/support/contact-reports'
import type { ContactReport } from './queries'
import { type ContactDocument, renderContactPdf } from './render'
import { renderContactDocx } from './render-docx'
import type { ReportContact } from './rules'
import { readReportInput, type ReportInput } from './schema'

const frame = { t: translatorFor('da', 'casework'), locale: 'da' as const, now: new Date('2026-11-21T22:30:00Z'), by: 'Karen Højgaard' }
const talk = (more: Partial<ReportContact> = {}): ReportContact => ({ id: 'a', outcome: 'reached', channel: 'phone', kind: null, at: new Date('2026-11-20T09:00:00Z'), minutes: 45, travelMinutes: null, travelKm: null, agreed: null, nextStep: null, nextOn: null, companion: true, interpreter: false, by: 'Jonas Jobcenter', notes: [{ topic: TOPICS[0]!, text: 'Rolig samtale' }], additions: [], ...more })
const report = (contacts: ReportContact[], sent: object = {}, more: Partial<ContactReport> = {}): ContactReport => ({ name: 'Jakob Ipsen', municipality: 'Randers Kommune', cpr: null, choice: { contacts, matching: contacts.length, inPeriod: contacts.length + 2, topics: TOPICS }, input: readReportInput({ why: 'citizen', ...sent }, toDay('2026-11-21'), false) as ReportInput, ...more })
const make = (of: ContactReport): ContactDocument => contactDocument(of, frame)
const text = async (of: ContactReport) => (await readLetter(renderContactPdf(make(of)))).text.replace(/\s+/g, ' ')

describe('a report from contacts', () => {
  it('says whom it is about, what it covers and leaves out, and of each contact what was said, agreed, comes next and was added', async () => {
    const said = await text(report([talk({ agreed: 'Jeg ringer', nextOn: toDay('2026-12-01'), nextStep: 'ring', additions: [{ id: 'x', text: 'Det var torsdag', by: 'Ida Igen', at: new Date('2026-11-20T23:30:00Z') }] })], { names: 'on', title: 'Status' }))
    for (const part of ['Status', 'Navn: Jakob Ipsen', '21. august 2026 – 21. november 2026: 1 kontakt', '2 andre kontakter i perioden er ikke med', 'Lavet 21. november 2026 kl. 23.30 af Karen Højgaard', '20. november 2026 · Telefon', '45 minutter · En bisidder var med · Skrevet af Jonas Jobcenter', 'Rolig samtale', 'Aftalt: Jeg ringer', 'Næste skridt: 1. december 2026: ring', 'Tilføjet 21. november 2026 af Ida Igen: Det var torsdag']) expect(said).toContain(part)
  })
  it('names no member of staff and no number unless it was asked for', async () => {
    const plain = await text(report([talk({ additions: [{ id: 'x', text: 'Mere', by: 'Ida Igen', at: new Date('2026-11-20T10:00:00Z') }] })]))
    for (const name of ['Karen', 'Jonas', 'Ida', 'CPR']) expect(plain).not.toContain(name)
    expect(plain).toContain('Tilføjet 20. november 2026: Mere')
    expect(await text(report([talk()], {}, { cpr: '890782-1234' }))).toContain('CPR-nummer: 890782-1234')
  })
  it('is the same in both files, with real headings, language and title', async () => {
    const of = report([talk(), talk({ id: 'b', outcome: 'tried', notes: [], at: new Date('2026-11-01T09:00:00Z') })])
    const word = readDocx(await renderContactDocx(make(of)))
    expect(word).toMatchObject({ language: 'da-DK', title: 'Rapport om kontakter' })
    expect(word.lines.filter(({ level }) => level > 0)).toEqual([{ level: 1, text: 'Rapport om kontakter' }, { level: 2, text: 'Samtalen' }, { level: 3, text: '20. november 2026 · Telefon' }, { level: 2, text: 'Uden emne' }, { level: 3, text: '1. november 2026 · Telefon: traf ikke' }])
    const printed = await text(of)
    for (const line of word.lines) expect(printed).toContain(line.text)
  })
  it('can be printed and opened whatever signs were pasted into it', async () => {
    const of = report([talk({ notes: [{ topic: TOPICS[0]!, text: 'God dag \u{1F44D}\u{1F3FD} \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} \u{10FFFD}\u0007 & <slut>' }] })])
    expect(JSON.stringify(make(of))).not.toContain('\\u0007')
    const said = await text(of)
    expect(said).toMatch(/God dag .* & <slut>/)
    expect(said).toContain('står som □')
    const word = readDocx(await renderContactDocx(make(of)))
    expect(word.lines.some((line) => line.text === 'God dag \u{1F44D}\u{1F3FD} \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} \u{10FFFD} & <slut>')).toBe(true)
  })
  it('is the same bytes for the same report', () => {
    const bytes = () => Buffer.from(renderContactPdf(make(report([talk()]))))
    expect(bytes().equals(bytes())).toBe(true)
  })
  it.each([1, 2, 3, 4, 5, 6])('whatever was written: every entry once, under the right heading, in both files (%d)', async (seed) => {
    expect(await contactProblems(generatedContacts(seed))).toEqual([])
  })
})
