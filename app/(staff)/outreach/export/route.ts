import { getTranslations } from 'next-intl/server'
import { spreadsheetOf } from '@/components/outreach/due/spreadsheet'
import { requireActor } from '@/lib/access/actor'
import { writeCsv } from '@/lib/imports/files/formula-text'
import { dueExport } from '@/lib/outreach/due/list/queries'
import { listState } from '@/lib/outreach/due/list/schema'
import { today } from '@/lib/platform/clock'

/** The chosen queue as a spreadsheet a Danish Excel opens with a double click. */
export async function GET(request: Request) {
  const actor = await requireActor('outreach.export')
  const state = listState(Object.fromEntries(new URL(request.url).searchParams))
  const rows = await dueExport(actor, today(), state)
  const t = await getTranslations('outreach.csv')
  const headers = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${t('file')}-${state.queue.toLowerCase()}-${today()}.csv"`, 'cache-control': 'no-store' }
  return new Response(writeCsv(await spreadsheetOf(rows)), { headers })
}
