import path from 'node:path'
import { openCompiler } from './compiler'

export type ReportSection = { heading: string; paragraphs: string[]; columns: string[]; /** Relative, one a column. */ widths: number[]; rows: string[][] }
/** `madeAt` becomes the document's date, so that the same report gives the same bytes. */
export type ReportDocument = { title: string; author: string; language: 'da' | 'en'; footer: string; lead: string[]; sections: ReportSection[]; madeAt: Date }

const WORKSPACE = 'lib/platform/documents'

/** A report as PDF/UA-1: tagged, with title and language, tables with header rows. Throws when the text holds signs no font can print. */
export function renderReport({ madeAt, ...report }: ReportDocument): Uint8Array {
  const compiler = openCompiler(WORKSPACE)
  try {
    return compiler.pdf({ mainFilePath: path.resolve(WORKSPACE, 'report.typ'), inputs: { report: JSON.stringify(report) } }, { pdfStandard: 'ua-1', creationTimestamp: Math.floor(madeAt.getTime() / 1000) })
  } finally {
    compiler.evictCache(0)
  }
}
