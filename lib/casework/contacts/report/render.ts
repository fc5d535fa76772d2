import { renderPdf } from '@/lib/platform/documents/render'
import { createLetterRenderer } from '@/lib/messaging/letters/render'
import type { LetterLabels, MergedBlock, Sender } from '@/lib/messaging/letters/template'
import { dayOf } from '@/lib/platform/day'
import { refusalFrom } from '@/lib/messaging/letters/render-refusal'

/** What was said, agreed or added: `label` says which, null where the heading above does. Never empty. */
export type ReportPart = { label: string | null; paragraphs: string[] }
export type ReportEntry = { heading: string; facts: string | null; parts: ReportPart[] }
/** One content, two files. `madeAt` becomes the PDF’s date, so that the same report gives the same bytes. */
/** Around a letter. `to`: what stands in the window of the envelope. */
export type LetterParts = { to: string[]; date: string; sender: Sender; largePrint: boolean; labels: LetterLabels; greeting: string; opening: string[]; companion: string | null; closing: string; signed: string[] }
export type ContactDocument = { /** Null: a report. */ letter?: LetterParts | null;  title: string; author: string; language: 'da' | 'en'; footer: string; lead: string[]; sections: { heading: string; entries: ReportEntry[] }[]; /** Said where a sign has no place in the fonts. */ unprintable: string; madeAt: Date }

const TEMPLATE = 'casework/contacts/report/contacts.typ'
const EMPTY_BOX = '□'
/** Each round finds at least one sign more; a text of more kinds than this is no text. */
const ROUNDS = 20

/** The report as PDF/UA-1. A sign no font can print (a smiley out of a text message) becomes an empty box, and the report says so: whoever takes it out cannot change what was written. */
export function renderContactPdf(report: ContactDocument): Uint8Array {
  let printed = report
  for (let round = 0; round < ROUNDS; round++) {
    try {
      return printed.letter ? renderLetter(printed, printed.letter) : renderPdf(TEMPLATE, printed)
    } catch (cause) {
      const [problem] = refusalFrom(cause).problems
      if (!problem || !('characters' in problem)) throw cause
      printed = withoutSigns(printed, String(problem.characters), report)
    }
  }
  throw new Error('The report holds too many signs no font can print')
}

/** On the sheet every letter of the house is on, with the address where the envelope has its window. */
function renderLetter({ title, language, lead, sections, madeAt }: ContactDocument, letter: LetterParts): Uint8Array {
  const said = (lines: readonly string[]): MergedBlock[] => lines.map((text) => ({ kind: 'paragraph', text }))
  const blocks: MergedBlock[] = [
    ...said([letter.greeting, ...letter.opening, ...lead]),
    ...sections.flatMap(({ heading, entries }): MergedBlock[] => [{ kind: 'heading', text: heading }, ...entries.flatMap((one) => said([[one.heading, one.facts].filter(Boolean).join(' · '), ...one.parts.map(({ label, paragraphs }) => [label, paragraphs.join('\n')].filter(Boolean).join(' '))]))]),
    ...said(letter.companion ? [letter.companion] : []),
    { kind: 'signature', greeting: letter.closing, lines: letter.signed, rows: [] },
  ]
  const renderer = createLetterRenderer()
  try {
    return renderer.renderLetter({ letterId: '', templateId: 'contacts', templateVersion: 1, language, title, date: dayOf(madeAt), dateText: letter.date, channel: 'paper', largePrint: letter.largePrint, windowLines: letter.to, carriesProtectedAddress: false, sender: letter.sender, blocks, labels: letter.labels })
  } finally {
    renderer.close()
  }
}

function withoutSigns({ madeAt, ...content }: ContactDocument, characters: string, { lead, unprintable }: ContactDocument): ContactDocument {
  const unknown = new Set(characters)
  // Joiners and colours of a smiley say nothing without it.
  const spoken = (text: string) => [...text].map((sign) => (unknown.has(sign) ? EMPTY_BOX : sign)).join('').replace(/□[\u{200d}\u{fe0f}\u{1f3fb}-\u{1f3ff}□]*/gu, EMPTY_BOX)
  const replaced = JSON.parse(JSON.stringify(content), (_, value: unknown) => (typeof value === 'string' ? spoken(value) : value)) as typeof content
  return { ...replaced, lead: [...replaced.lead.slice(0, lead.length), unprintable], madeAt }
}
