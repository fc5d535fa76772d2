import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/lib/platform/db'
import type { SubjectRow } from './rules'

const named = z.object({ key: z.string(), name: z.object({ da: z.string() }), items: z.array(z.object({ key: z.string(), text: z.object({ da: z.string() }) })) })

/** What happened in the methods of somebody's cases names its step and criterion by a key: the answer says them in the words of the version it was. In Danish, as they were used. */
export async function withMethodWords(tx: Tx, rows: readonly SubjectRow[]): Promise<SubjectRow[]> {
  const ids = rows.flatMap(({ tab, image }) => (tab === 'case_move' ? [String(image.version_id)] : []))
  if (ids.length === 0) return [...rows]
  const versions = await tx.methodVersion.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, steps: true } })
  const stepsOf = new Map(versions.map(({ id, steps }) => [id, z.array(named).catch([]).parse(steps)]))
  return rows.map((row) => {
    const step = row.tab === 'case_move' && stepsOf.get(String(row.image.version_id))?.find(({ key }) => key === row.image.step)
    if (!step) return row
    const item = step.items.find(({ key }) => key === row.image.item)
    return { ...row, image: { ...row.image, step: step.name.da, ...(item && { item: item.text.da }) } }
  })
}
