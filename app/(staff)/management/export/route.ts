import { getTranslations } from 'next-intl/server'
import { spreadsheetOf } from '@/components/casework/management/spreadsheet'
import { requireActor } from '@/lib/access/actor'
import { exportedFigures } from '@/lib/casework/management/queries'
import { managementView } from '@/lib/casework/management/schema'
import { writeCsv } from '@/lib/imports/files/formula-text'
import { today } from '@/lib/platform/clock'

/** The unit in figures as a spreadsheet a Danish Excel opens with a double click. */
export async function GET(request: Request) {
  const actor = await requireActor('management.export')
  const view = managementView(Object.fromEntries(new URL(request.url).searchParams), today())
  const figures = await exportedFigures(actor, view)
  const t = await getTranslations('management.csv')
  const headers = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${t('file')}-${today()}.csv"`, 'cache-control': 'no-store' }
  return new Response(writeCsv(await spreadsheetOf(figures, view, today())), { headers })
}
