import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { ContactDocument, ReportEntry, ReportPart } from './render'

const LANGUAGES = { da: 'da-DK', en: 'en-GB' }
const MUTED = '545454'
/** Half points, as the format counts; margins in twentieths of a point (20 mm). */
const SMALL = 18
const MARGIN = 1134

/** The same as a document to work on: the headings are real ones, it has a language and a title, and nothing in it is a macro or leads anywhere. */
export async function renderContactDocx(report: ContactDocument): Promise<Uint8Array> {
  const { title, author, footer, lead, sections, letter } = report
  const plain = (lines: readonly string[]) => lines.map((text) => new Paragraph({ text }))
  const document = new Document({
    title, creator: author, lastModifiedBy: author, description: '', styles: stylesFor(report),
    sections: [{
      properties: { page: { margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } } },
      footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.START, children: [new TextRun({ text: `${footer} · `, size: SMALL, color: MUTED }), new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: SMALL, color: MUTED })] })] }) },
      children: [
        new Paragraph({ children: [new TextRun({ text: author, color: MUTED })] }), ...(letter ? plain([...letter.to, letter.date]) : []), new Paragraph({ heading: HeadingLevel.HEADING_1, text: title }), ...(letter ? plain([letter.greeting, ...letter.opening]) : []), ...plain(lead),
        ...sections.flatMap(({ heading, entries }) => [new Paragraph({ heading: HeadingLevel.HEADING_2, text: heading }), ...entries.flatMap(entryOf)]),
        ...(letter ? plain([...(letter.companion ? [letter.companion] : []), letter.closing, ...letter.signed]) : []),
      ],
    }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function entryOf({ heading, facts, parts }: ReportEntry): Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_3, text: heading }), ...(facts === null ? [] : [new Paragraph({ children: [new TextRun({ text: facts, size: SMALL, color: MUTED })] })]), ...parts.flatMap(partOf),
  ]
}

function partOf({ label, paragraphs }: ReportPart): Paragraph[] {
  return paragraphs.map((text, at) => new Paragraph({ children: [...(at === 0 && label !== null ? [new TextRun({ text: `${label} `, bold: true })] : []), new TextRun({ text })] }))
}

function stylesFor({ language }: ContactDocument) {
  const heading = (size: number) => ({ run: { size, bold: true, color: '000000' }, paragraph: { spacing: { before: 280, after: 120 }, keepNext: true } })
  return { default: { document: { run: { font: 'Calibri', size: 22, language: { value: LANGUAGES[language] } }, paragraph: { spacing: { after: 120 } } }, heading1: heading(34), heading2: heading(26), heading3: heading(22) } }
}
