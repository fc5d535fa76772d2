import path from 'node:path'
import { openCompiler } from '@/lib/platform/documents/compiler'

type Drawn = { svg: string; /** What it shows, for those who cannot see it. */ alt: string }
export type ReportLine = { heading: string; sentences: string[]; curve: Drawn | null; /** Day, who rated, rating, word. */ columns: string[]; rows: string[][] }
export type ReportScale = { heading: string; paragraphs: string[]; radar: (Drawn & { caption: string }) | null; lines: ReportLine[] }
/** `madeAt` becomes the document’s date, so that the same report gives the same bytes. */
export type ProgressDocument = { title: string; author: string; language: 'da' | 'en'; footer: string; lead: string[]; scales: ReportScale[]; madeAt: Date }

const WORKSPACE = 'lib/casework/progress/report'

/** The overview as PDF/UA-1: tagged, with title, language, headings in order, alternative texts and tables with header rows. Throws when the text holds signs no font can print. */
export function renderProgress({ madeAt, ...report }: ProgressDocument): Uint8Array {
  const compiler = openCompiler(WORKSPACE)
  try {
    return compiler.pdf({ mainFilePath: path.resolve(WORKSPACE, 'report.typ'), inputs: { report: JSON.stringify(report) } }, { pdfStandard: 'ua-1', creationTimestamp: Math.floor(madeAt.getTime() / 1000) })
  } finally {
    compiler.evictCache(0)
  }
}
