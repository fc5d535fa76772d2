import { renderPdf } from '@/lib/platform/documents/render'
import { refusalFrom } from '@/lib/messaging/letters/render-refusal'

/** What was said, agreed or added: `label` says which, null where the heading above does. Never empty. */
export type ReportPart = { label: string | null; paragraphs: string[] }
export type ReportEntry = { heading: string; facts: string | null; parts: ReportPart[] }
/** One content, two files. `madeAt` becomes the PDF’s date, so that the same report gives the same bytes. */
export type ContactDocument = { title: string; author: string; language: 'da' | 'en'; footer: string; lead: string[]; sections: { heading: string; entries: ReportEntry[] }[]; /** Said where a sign has no place in the fonts. */ unprintable: string; madeAt: Date }

const TEMPLATE = 'casework/contacts/report/contacts.typ'
const EMPTY_BOX = '□'
/** Each round finds at least one sign more; a text of more kinds than this is no text. */
const ROUNDS = 20

/** The report as PDF/UA-1. A sign no font can print (a smiley out of a text message) becomes an empty box, and the report says so: whoever takes it out cannot change what was written. */
export function renderContactPdf(report: ContactDocument): Uint8Array {
  let printed = report
  for (let round = 0; round < ROUNDS; round++) {
    try {
      return renderPdf(TEMPLATE, printed)
    } catch (cause) {
      const [problem] = refusalFrom(cause).problems
      if (!problem || !('characters' in problem)) throw cause
      printed = withoutSigns(printed, String(problem.characters), report)
    }
  }
  throw new Error('The report holds too many signs no font can print')
}

function withoutSigns({ madeAt, ...content }: ContactDocument, characters: string, { lead, unprintable }: ContactDocument): ContactDocument {
  const unknown = new Set(characters)
  // Joiners and colours of a smiley say nothing without it.
  const spoken = (text: string) => [...text].map((sign) => (unknown.has(sign) ? EMPTY_BOX : sign)).join('').replace(/□[\u{200d}\u{fe0f}\u{1f3fb}-\u{1f3ff}□]*/gu, EMPTY_BOX)
  const replaced = JSON.parse(JSON.stringify(content), (_, value: unknown) => (typeof value === 'string' ? spoken(value) : value)) as typeof content
  return { ...replaced, lead: [...replaced.lead.slice(0, lead.length), unprintable], madeAt }
}
