import { notFound } from 'next/navigation'
import { progressDocument } from '@/components/casework/progress/report-document'
import { requireActor } from '@/lib/access/actor'
import { progressReport } from '@/lib/casework/progress/report/queries'
import { renderProgress } from '@/lib/casework/progress/report/render'
import { reportView } from '@/lib/casework/progress/report/schema'
import { now, today } from '@/lib/platform/clock'
import { translatorFor } from '@/lib/platform/i18n/catalogue'

/** The overview to hand over. Named by day alone: a file name is read by whoever sees the folder. */
export async function GET(request: Request, { params }: { params: Promise<{ personId: string }> }) {
  const actor = await requireActor('progress.read')
  const view = reportView.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  const report = view.success ? await progressReport(actor, (await params).personId, view.data, today()) : null
  if (!view.success || !report) notFound()
  const locale = view.data.lang
  const t = translatorFor(locale, 'progress')
  const pdf = renderProgress(progressDocument(report, { t, locale, now: now(), by: actor.name }))
  return new Response(new Uint8Array(pdf), { headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${t('report.file')}-${today()}.pdf"`, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' } })
}
