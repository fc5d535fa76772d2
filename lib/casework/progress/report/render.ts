import { renderPdf } from '@/lib/platform/documents/render'

type Drawn = { svg: string; /** What it shows, for those who cannot see it. */ alt: string }
export type ReportLine = { heading: string; sentences: string[]; curve: Drawn | null; /** Day, who rated, rating, word. */ columns: string[]; rows: string[][] }
export type ReportScale = { heading: string; paragraphs: string[]; radar: (Drawn & { caption: string }) | null; lines: ReportLine[] }
/** `madeAt` becomes the document’s date, so that the same report gives the same bytes. */
export type ProgressDocument = { title: string; author: string; language: 'da' | 'en'; footer: string; lead: string[]; scales: ReportScale[]; madeAt: Date }

/** The overview as PDF/UA-1, with alternative texts and tables with header rows. */
export const renderProgress = (report: ProgressDocument): Uint8Array => renderPdf('casework/progress/report/report.typ', report)
