import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { spreadsheetOf } from '@/components/casework/queues/spreadsheet'
import { requireActor } from '@/lib/access/actor'
import { queueExport } from '@/lib/casework/queues/queries'
import { exportState } from '@/lib/casework/queues/schema'
import { writeCsv } from '@/lib/imports/files/formula-text'
import { today } from '@/lib/platform/clock'

/** The queue as it is shown, on all its pages, as a spreadsheet a Danish Excel opens with a double click. */
export async function GET(request: Request) {
  const actor = await requireActor('case.export')
  const state = exportState(new URL(request.url).searchParams) ?? notFound()
  const list = await queueExport(actor, today(), state)
  const t = await getTranslations('casework.queues.csv')
  const headers = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${t('file')}-${today()}.csv"`, 'cache-control': 'no-store' }
  return new Response(writeCsv(await spreadsheetOf(list, state, today())), { headers })
}
