import { CONTACT_KINDS } from '@/prisma/reference/contact-kinds'
import { CONTACT_TOPICS } from '@/prisma/reference/contact-topics'
import { contactDocument } from '@/components/casework/contact-report/document'
import type { ContactReport } from '@/lib/casework/contacts/report/queries'
import { type ContactDocument, renderContactPdf } from '@/lib/casework/contacts/report/render'
import { renderContactDocx } from '@/lib/casework/contacts/report/render-docx'
import type { ReportContact, ReportTopic } from '@/lib/casework/contacts/report/rules'
import { readReportInput, type ReportInput } from '@/lib/casework/contacts/report/schema'
import { channels, type NamedKind, outcomes } from '@/lib/casework/contacts/rules'
import { readLetter } from '@/lib/messaging/letters/read-back'
import { addDays, momentAt, toDay } from '@/lib/platform/day'
import { translatorFor } from '@/lib/platform/i18n/catalogue'
import { randomFrom } from './random'
import { unzip } from './unzip'

const today = toDay('2026-11-21')
const now = new Date('2026-11-21T22:30:00Z')
export const TOPICS: ReportTopic[] = CONTACT_TOPICS
const KINDS: NamedKind[] = [...CONTACT_KINDS, { code: 'cafe', nameDa: '*Café* #1 & “hygge”', nameEn: 'Drop-in <café>' }]
const ODD = ['*fed* #1 <b> & “mig”', 'bagom \\ og $x$', '😀 ☺️', 'langtord'.repeat(9), '']

/** What stands where: each entry’s own words, and the heading it belongs under. Worked out beside the rule, by hand. */
type Wanted = { words: string[]; under: string }
type Generated = { report: ContactReport; wanted: Wanted[]; unwanted: string[]; language: 'da' | 'en' }

/** Somebody’s contacts with notes on none to all topics, agreements, next steps and additions, of which some topics were chosen. Every piece of text has a word nothing else has. */
export function generatedContacts(seed: number, most = 40): Generated {
  const random = randomFrom(seed).next
  const language = random() < 0.5 ? 'da' : 'en'
  const chosen = random() < 0.3 ? TOPICS.filter(() => random() < 0.4).map(({ code }) => code) : []
  let word = 0
  const said = () => `qx${String(++word).padStart(5, '0')}x ${ODD[Math.floor(random() * ODD.length)]}${random() < 0.3 ? '\nog mere' : ''}`
  const wanted: Wanted[] = []
  const unwanted: string[] = []
  const mark = (text: string) => /qx\d{5}x/.exec(text)?.[0] ?? ''
  const contacts = Array.from({ length: Math.floor(random() * most) }, (_, at): ReportContact => {
    const notes = TOPICS.filter(() => random() < 0.3).map((topic) => ({ topic, text: said() }))
    const kept = notes.filter(({ topic }) => chosen.length === 0 || chosen.includes(topic.code))
    const [agreed, nextStep, additions] = [random() < 0.4 ? said() : null, random() < 0.3 ? said() : null, Array.from({ length: random() < 0.2 ? 2 : 0 }, (_unused, nth) => ({ id: `${at}-${nth}`, text: said(), by: 'Jonas Østergaard', at: now }))]
    const under = (kept.find(({ topic }) => topic.code !== 'general') ?? kept[0])?.topic
    wanted.push({ words: [...kept.map(({ text }) => text), agreed, nextStep, ...additions.map(({ text }) => text)].flatMap((text) => (text === null ? [] : [mark(text)])), under: under ? (language === 'da' ? under.nameDa : under.nameEn) : translatorFor(language, 'casework')('report.noTopic') })
    unwanted.push(...notes.filter((one) => !kept.includes(one)).map(({ text }) => mark(text)))
    return {
      id: String(at), outcome: outcomes[Math.floor(random() * 3)] ?? 'reached', channel: channels[Math.floor(random() * channels.length)] ?? 'phone', kind: random() < 0.3 ? (KINDS[Math.floor(random() * KINDS.length)] ?? null) : null, at: momentAt(addDays(today, -Math.floor(random() * 80)), Math.floor(random() * 24), 30), minutes: random() < 0.4 ? 1 + Math.floor(random() * 90) : null,
      travelMinutes: null, travelKm: null, agreed, nextStep, nextOn: nextStep === null ? null : addDays(today, 7), companion: random() < 0.2, interpreter: random() < 0.2, by: 'Jonas Østergaard', notes, additions,
    }
  })
  const input = { ...readReportInput({ why: 'meeting', topic: chosen, ...(random() < 0.5 ? { names: 'on' } : {}) }, today, false), entries: null } as ReportInput
  return { report: { name: 'Søren Øster-Ågård', municipality: 'Randers Kommune', cpr: null, choice: { contacts, matching: contacts.length, inPeriod: contacts.length + 3, topics: TOPICS }, input }, wanted, unwanted, language }
}

export type Line = { level: number; text: string }
/** The paragraphs of a Word document with the level of their heading, 0 for what is none. */
export function readDocx(file: Uint8Array): { lines: Line[]; language: string | null; title: string | null } {
  const parts = unzip(file)
  const plain = (xml: string) => xml.replace(/<[^>]+>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&')
  const lines = [...(parts.get('word/document.xml') ?? '').matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = '']) => ({ level: Number(/<w:pStyle w:val="Heading(\d)"\/>/.exec(inner)?.[1] ?? 0), text: plain(inner) }))
  return { lines, language: /<w:lang w:val="([^"]+)"/.exec(parts.get('word/styles.xml') ?? '')?.[1] ?? null, title: /<dc:title>(.*?)<\/dc:title>/.exec(parts.get('docProps/core.xml') ?? '')?.[1] ?? null }
}

const documentOf = ({ report, language }: Generated) => contactDocument(report, { t: translatorFor(language, 'casework'), locale: language, now, by: 'Karen Højgaard' })
/** Both files, as they are handed out. */
export const contactFiles = async (made: Generated): Promise<{ pdf: Uint8Array; docx: Uint8Array }> => ({ pdf: renderContactPdf(documentOf(made)), docx: await renderContactDocx(documentOf(made)) })

/** Reads both files back as a reader’s machine would, and says what is wrong with them. */
export async function contactProblems(made: Generated, files?: { pdf: Uint8Array; docx: Uint8Array }): Promise<string[]> {
  const { wanted, unwanted, language } = made
  const document = documentOf(made)
  const both = files ?? (await contactFiles(made))
  const [pdf, word] = [await readLetter(both.pdf), readDocx(both.docx)]
  const headings = (level: number) => word.lines.filter((line) => line.level === level).length
  const roles = (role: string) => pdf.roles.filter((one) => one === role).length
  return [
    ...(pdf.tagged ? [] : ['PDF not tagged']), ...(pdf.lang === language ? [] : [`PDF language ${pdf.lang}`]), ...(pdf.title === document.title ? [] : [`PDF title ${pdf.title}`]),
    ...(word.language === (language === 'da' ? 'da-DK' : 'en-GB') ? [] : [`Word language ${word.language}`]), ...(word.title === document.title ? [] : [`Word title ${word.title}`]),
    ...[1, 2, 3].flatMap((level) => (headings(level) === counted(document, level) && roles(`H${level}`) === counted(document, level) ? [] : [`level ${level}: ${counted(document, level)} headings wanted, Word ${headings(level)}, PDF ${roles(`H${level}`)}`])),
    ...misplaced('PDF', linesOf(pdf.text, document), wanted, unwanted), ...misplaced('Word', word.lines, wanted, unwanted),
  ]
}

const counted = ({ sections }: ContactDocument, level: number) => (level === 1 ? 1 : level === 2 ? sections.length : sections.reduce((sum, { entries }) => sum + entries.length, 0))

/** A PDF’s text knows no levels: a line that says what the next section is called begins it. */
function linesOf(text: string, { sections }: ContactDocument): Line[] {
  let next = 0
  return text.split('\n').map((line) => (line.trim() === sections[next]?.heading ? { level: 2, text: sections[next++]?.heading ?? '' } : { level: 0, text: line }))
}

function misplaced(file: string, lines: readonly Line[], wanted: readonly Wanted[], unwanted: readonly string[]): string[] {
  const stood = new Map<string, string[]>()
  let under = ''
  for (const { level, text } of lines) {
    if (level === 2) under = text
    for (const [word] of text.matchAll(/qx\d{5}x/g)) stood.set(word, [...(stood.get(word) ?? []), under])
  }
  return [
    ...wanted.flatMap(({ words, under: right }) => words.flatMap((word) => (stood.get(word)?.join() === right ? [] : [`${file}: ${word} stands under ${stood.get(word)?.join(' and ') ?? 'nothing'}, not once under ${right}`]))),
    ...unwanted.filter((word) => stood.has(word)).map((word) => `${file}: ${word} was not asked for`),
  ]
}
