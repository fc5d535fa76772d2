import { type MethodText, stepList } from '@/lib/casework/methods/parts'
import type { PrismaClient } from '../../generated/client'
import { IN_ORDER } from './in-order'
import { SIDE_BY_SIDE } from './side-by-side'

/** The eight methods that come with the product, by code. */
export const METHODS: Record<string, MethodText> = { ...IN_ORDER, ...SIDE_BY_SIDE }

/** The first version of each. What the municipality made of one since then stays. */
export async function loadMethods(db: PrismaClient): Promise<void> {
  await db.method.createMany({ data: Object.keys(METHODS).map((code) => ({ code })), skipDuplicates: true })
  const known = await db.method.findMany({ where: { code: { in: Object.keys(METHODS) } }, select: { id: true, code: true } })
  await db.methodVersion.createMany({ data: known.flatMap(({ id, code }) => (METHODS[code] ? [{ methodId: id, number: 1, ...rowOf(METHODS[code]) }] : [])), skipDuplicates: true })
}

function rowOf({ name, lead, steps, ...plain }: MethodText) {
  return { ...plain, nameDa: name.da, nameEn: name.en, leadDa: lead.da, leadEn: lead.en, steps: stepList.parse(steps) }
}
