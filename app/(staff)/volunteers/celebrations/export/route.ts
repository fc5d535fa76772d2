import { getTranslations } from 'next-intl/server'
import { requireActor } from '@/lib/access/actor'
import { writeCsv } from '@/lib/imports/files/formula-text'
import { today } from '@/lib/platform/clock'
import { partsOf } from '@/lib/platform/day'
import { celebrationsOf } from '@/lib/volunteering/recognition/queries'
import { celebrationView } from '@/lib/volunteering/recognition/schema'

/** The celebration list of a year as a spreadsheet a Danish Excel opens with a double click. */
export async function GET(request: Request) {
  const [actor, day] = [await requireActor('volunteer.export'), today()]
  const { year } = celebrationView(Object.fromEntries(new URL(request.url).searchParams), partsOf(day).year)
  const { rows } = await celebrationsOf(actor, year, day, true)
  const t = await getTranslations('recognition')
  const head = (['day', 'name', 'number', 'years', 'celebrated'] as const).map((column) => t(`csv.${column}`))
  const headers = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${t('csv.file')}-${year}.csv"`, 'cache-control': 'no-store' }
  return new Response(writeCsv([head, ...rows.map((row) => [row.day, row.name, String(row.number), String(row.years), row.celebrated ?? ''])]), { headers })
}
