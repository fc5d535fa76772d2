import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import type { Tx } from '@/lib/platform/db'
import type { Anchor, Scale } from '../rules'

export type KeptScale = Scale & { number: number }

/** The newest version of every scale in their order, those in use first. One statement. */
export function keptScales(actor: Actor): Promise<KeptScale[]> {
  return readAs(actor, 'method.manage', async ({ tx }) => {
    const all = await versions(tx)
    const newest = all.filter((one) => !all.some(({ series, number }) => series === one.series && number > one.number))
    return newest.sort((a, b) => Number(a.retired) - Number(b.retired))
  })
}

/** The newest version of one scale, found by the code of any of them; null where there is none. */
export function oneScale(actor: Actor, code: string): Promise<KeptScale | null> {
  return readAs(actor, 'method.manage', async ({ tx }) => {
    const all = await versions(tx)
    const series = all.find((one) => one.code === code)?.series
    return all.filter((one) => one.series === series).reduce<KeptScale | null>((newest, one) => (newest && newest.number > one.number ? newest : one), null)
  })
}

async function versions(tx: Tx): Promise<KeptScale[]> {
  const rows = await tx.progressScale.findMany({ include: { dimensions: { orderBy: [{ position: 'asc' }, { code: 'asc' }] } }, orderBy: [{ position: 'asc' }, { code: 'asc' }], omit: { createdAt: true, createdBy: true, position: true } })
  return rows.map(({ retiredOn, series, dimensions, anchors, better, ...row }) => ({
    ...row, series: series ?? row.code, better: better as Scale['better'], anchors: anchors as Anchor[], retired: retiredOn !== null, dimensions: dimensions.map((one) => ({ code: one.code, nameDa: one.nameDa, nameEn: one.nameEn, retired: one.retiredOn !== null })),
  }))
}
