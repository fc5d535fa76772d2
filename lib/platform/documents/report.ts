import { renderPdf } from './render'

export type ReportSection = { heading: string; paragraphs: string[]; columns: string[]; /** Relative, one a column. */ widths: number[]; rows: string[][] }
/** `madeAt` becomes the document's date, so that the same report gives the same bytes. */
export type ReportDocument = { title: string; author: string; language: 'da' | 'en'; footer: string; lead: string[]; sections: ReportSection[]; madeAt: Date }

/** A report as PDF/UA-1, tables with header rows. */
export const renderReport = (report: ReportDocument): Uint8Array => renderPdf('platform/documents/report.typ', report)
