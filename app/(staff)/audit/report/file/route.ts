import { notFound } from 'next/navigation'
import { lookupRow, reportColumns, reportDocument } from '@/components/oversight/report-document'
import { requireActor } from '@/lib/access/actor'
import { writeCsv } from '@/lib/imports/files/formula-text'
import { lookupReport } from '@/lib/oversight/lookups/queries'
import { readReport } from '@/lib/oversight/lookups/rules'
import { now, today } from '@/lib/platform/clock'
import { renderReport } from '@/lib/platform/documents/report'
import { translatorFor } from '@/lib/platform/i18n/catalogue'

/** The report to hand over. Named by day alone: a file name is read by whoever sees the folder. */
export async function GET(request: Request) {
  const actor = await requireActor('audit.read')
  const search = Object.fromEntries(new URL(request.url).searchParams)
  const address = readReport(search)
  const as = search.as === 'csv' ? 'csv' : 'pdf'
  const report = address && (await lookupReport(actor, address, as))
  if (!address || !report) notFound()
  const locale = search.lang === 'en' ? 'en' : 'da'
  const texts = { t: translatorFor(locale, 'oversight.report'), role: translatorFor(locale, 'frame.roles'), locale } as const
  const headers = { 'content-disposition': `attachment; filename="${texts.t('file')}-${today()}.${as}"`, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' }
  if (as === 'csv') return new Response(writeCsv([reportColumns(texts.t), ...report.lookups.map((lookup) => lookupRow(lookup, texts))]), { headers: { ...headers, 'content-type': 'text/csv; charset=utf-8' } })
  const pdf = renderReport(reportDocument(report.lookups, { ...texts, address, municipality: report.municipality, now: now() }))
  return new Response(new Uint8Array(pdf), { headers: { ...headers, 'content-type': 'application/pdf' } })
}
