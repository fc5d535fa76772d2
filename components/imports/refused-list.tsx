import { useTranslations } from 'next-intl'
import type { RowLine } from '@/lib/people/register-import/queries'
import { fieldName } from './sentences'

/** Rows that could not be taken back, each with its reason. */
export function RefusedList({ rows }: { rows: RowLine[] }) {
  const t = useTranslations('imports')
  const say = t as unknown as (key: string, values: object) => string
  const refused = rows.flatMap((row) => (row.refused ?? []).map((reason) => ({ row: row.number, ...reason })))
  if (refused.length === 0) return null
  return (
    <ul className="list-disc space-y-1 ps-5">
      {refused.map(({ row, code, field }) => <li key={`${row}${code}${field}`}>{say(`undo.${code}`, { row })}{field && t.has(`field.${field}` as never) ? ` (${fieldName(t, field)})` : ''}</li>)}
    </ul>
  )
}
