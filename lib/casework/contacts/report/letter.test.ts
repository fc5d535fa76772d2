import { expect, it } from 'vitest'
import { contactDocument } from '@/components/casework/contact-report/document'
import { letterParts } from '@/components/casework/contact-report/letter'
import { readLetter } from '@/lib/messaging/letters/read-back'
import { toDay } from '@/lib/platform/day'
import { translatorFor } from '@/lib/platform/i18n/catalogue'
import { readDocx, TOPICS } from '@/tests/support/contact-reports'
import type { Letterhead } from './letterhead/sql'
import type { ContactReport } from './queries'
import { type ContactDocument, renderContactPdf } from './render'
import { renderContactDocx } from './render-docx'
import { readReportInput, type ReportInput } from './schema'

const day = toDay('2026-11-21')
const t = translatorFor('da', 'casework')
const head: Letterhead = { firstName: 'Jakob', largePrint: false, address: ['Vestergade 12, 2. tv', '8900 Randers C'], signedBy: { name: 'Jonas Lindholm', title: 'Sagsbehandler', phone: '89 00 00 14' }, sender: { municipality: 'Randers Kommune', unit: 'Jobcentret', lines: ['Laksetorvet'], phone: '89 15 15 15', email: 'post@example.dk', website: 'https://example.dk', colour: '#004D99' } }
const make = (sent: object, letterhead: Letterhead = head): ContactDocument => {
  const input = readReportInput({ why: 'citizen', entry: ['019a0000-0000-7000-8000-000000000001'], ...sent }, day, true) as ReportInput
  const contact = { id: 'a', outcome: 'reached' as const, channel: 'home' as const, kind: null, at: new Date('2026-11-20T09:00:00Z'), minutes: 45, travelMinutes: 40, travelKm: 26, agreed: 'Jeg ringer', nextStep: null, nextOn: null, companion: false, interpreter: false, by: 'Jonas', notes: [{ topic: TOPICS[0]!, text: 'Rolig samtale \u{1F44D}' }], additions: [] }
  const report: ContactReport = { name: 'Jakob Ipsen', municipality: 'Randers Kommune', cpr: null, choice: { contacts: [contact], matching: 1, inPeriod: 1, topics: TOPICS }, input, letterhead }
  return { ...contactDocument(report, { t, locale: 'da', now: new Date('2026-11-21T12:00:00Z'), by: 'Jonas' }), letter: letterParts(report, letterhead, { t, locale: 'da', today: day }) }
}
const text = async (of: ContactDocument) => (await readLetter(renderContactPdf(of))).text.replace(/\s+/g, ' ')

it('a letter to the citizen has the address in its window, what was said, who signs it, and nothing of the way', async () => {
  const said = await text(make({ shape: 'letter', opening: 'Tak for i går.' }))
  for (const part of ['Jakob Ipsen', 'Vestergade 12, 2. tv', '8900 Randers C', 'Om vores samtaler', 'Kære Jakob', 'Tak for i går.', 'Rolig samtale □', 'Aftalt: Jeg ringer', 'Venlig hilsen', 'Jonas Lindholm', 'Jobcentret', '21. november 2026']) expect(said).toContain(part)
  for (const none of ['40 minutters', '26 km', 'bisidder', 'Navn: ']) expect(said).not.toContain(none)
})
it('one that is about a talk or a meeting names the right to bring somebody; one to somebody else does not', async () => {
  for (const why of ['talk', 'meeting']) expect(await text(make({ shape: 'letter', why }))).toContain('ret til at have en bisidder med')
  const other = await text(make({ shape: 'other', why: 'meeting', recipient: 'Jobcenter Viborg\r\nAtt.: Ida Igen\r\n\r\n8800 Viborg' }, { ...head, address: null }))
  for (const part of ['Jobcenter Viborg', 'Att.: Ida Igen', '8800 Viborg', 'Om Jakob Ipsen']) expect(other).toContain(part)
  for (const none of ['bisidder', 'Vestergade', 'Kære']) expect(other).not.toContain(none)
})
it('without an address the name stands alone', async () => {
  const said = await text(make({ shape: 'letter' }, { ...head, address: null }))
  expect(said).toContain('Jakob Ipsen')
  expect(said).not.toContain('Vestergade')
})
it('says the same as a document to work on', async () => {
  const of = make({ shape: 'letter', why: 'talk', opening: 'Tak for i går.' })
  const lines = readDocx(await renderContactDocx(of)).lines.map((line) => line.text)
  for (const part of ['Vestergade 12, 2. tv', 'Kære Jakob', 'Tak for i går.', 'Venlig hilsen', 'Jonas Lindholm']) expect(lines).toContain(part)
  expect(lines.join(' ')).toContain('ret til at have en bisidder med')
})
it.each([[{ shape: 'other' }, 'recipient'], [{ shape: 'other', recipient: Array.from({ length: 7 }, () => 'linje').join('\n') }, 'recipient'], [{ shape: 'other', recipient: 'Ida 070761-4285' }, 'recipient'], [{ shape: 'letter', opening: 'Om 070761-4285' }, 'words']])('%o is told what is missing', (sent, problem) => {
  expect(readReportInput({ why: 'citizen', entry: ['019a0000-0000-7000-8000-000000000001'], ...sent }, day, true)).toEqual({ problem })
})
it('a link makes no letter', () => expect(readReportInput({ why: 'citizen', shape: 'letter' }, day, false)).toMatchObject({ shape: 'report', recipient: [] }))
