import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { SubjectRow } from './rules'

/** An entry of the log names its kind by a code: the answer says what the municipality calls it. In Danish, as the criteria of methods are. */
export async function withKindWords(tx: Tx, rows: readonly SubjectRow[]): Promise<SubjectRow[]> {
  const codes = rows.flatMap(({ tab, image }) => (tab === 'contact' && typeof image.kind_code === 'string' ? [image.kind_code] : []))
  if (codes.length === 0) return [...rows]
  const kinds = await tx.contactKind.findMany({ where: { code: { in: [...new Set(codes)] } }, select: { code: true, nameDa: true } })
  const names = new Map(kinds.map(({ code, nameDa }) => [code, nameDa]))
  return rows.map((row) => (row.tab === 'contact' && row.image.kind_code ? { ...row, image: { ...row.image, kind_code: names.get(String(row.image.kind_code)) ?? row.image.kind_code } } : row))
}
