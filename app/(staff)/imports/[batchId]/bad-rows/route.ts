import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { rowSentence } from '@/components/imports/sentences'
import { currentActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { badRowsCsv, badRowsXlsx } from '@/lib/imports/rows/bad-rows'
import { badRows } from '@/lib/people/register-import/queries'

type Context = { params: Promise<{ batchId: string }> }

/** The rows that did not go in, with the reason in front, to correct and send in again. `?format=csv` for those without a spreadsheet of today. */
export async function GET(request: Request, { params }: Context) {
  const actor = await currentActor()
  const { batchId } = await params
  const found = actor && can(actor, 'import.run') && z.uuid().safeParse(batchId).success ? await badRows(actor, batchId) : null
  if (!found) return new Response(null, { status: 404 })
  const t = await getTranslations('imports')
  const rows = found.rows.map(({ number, cells, issues }) => ({ number, cells, reason: issues.map((issue) => rowSentence(t, issue)).join(' ') }))
  const labels = { row: t('badRows.row'), reason: t('badRows.reason') }
  const csv = new URL(request.url).searchParams.get('format') === 'csv'
  const body = csv ? badRowsCsv(found.columns, rows, labels) : new Uint8Array(await badRowsXlsx(found.columns, rows, labels))
  const type = csv ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  // The name says nothing of the file's own, which may hold a person's.
  return new Response(body, { headers: { 'content-type': type, 'content-disposition': `attachment; filename="${t('badRows.fileName')}.${csv ? 'csv' : 'xlsx'}"`, 'cache-control': 'no-store' } })
}
