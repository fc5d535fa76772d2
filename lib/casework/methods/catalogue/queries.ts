import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Day, dayFromDb } from '@/lib/platform/day'
import type { MethodVersion } from '../parts'
import { versionOf } from '../sql'

export type ListedMethod = { id: string; retiredOn: Day | null; newest: MethodVersion; since: Date }

/** All methods with their newest version, those in use first. */
export function methodList(actor: Actor): Promise<ListedMethod[]> {
  return readAs(actor, 'method.manage', async ({ tx }) => {
    const rows = await tx.method.findMany({ include: { versions: { orderBy: { number: 'desc' }, take: 1 } } })
    const list = rows.flatMap(({ id, retiredOn, versions: [newest] }) => (newest ? [{ id, retiredOn: retiredOn && dayFromDb(retiredOn), newest: versionOf(newest), since: newest.createdAt }] : []))
    return list.sort((a, b) => Number(a.retiredOn !== null) - Number(b.retiredOn !== null) || a.newest.name.da.localeCompare(b.newest.name.da, 'da'))
  })
}

export type OneMethod = ListedMethod & { versions: { number: number; name: MethodVersion['name']; by: string | null; at: Date }[] }

/** One method with who wrote its versions, newest first; null where there is none. */
export function oneMethod(actor: Actor, methodId: string): Promise<OneMethod | null> {
  return readAs(actor, 'method.manage', async ({ tx }) => {
    if (!z.uuid().safeParse(methodId).success) return null
    const found = await tx.method.findUnique({ where: { id: methodId }, include: { versions: { orderBy: { number: 'desc' } } } })
    const [newest] = found?.versions ?? []
    if (!found || !newest) return null
    const names = new Map((await tx.user.findMany({ where: { id: { in: found.versions.flatMap(({ createdBy }) => createdBy ?? []) } }, select: { id: true, name: true } })).map(({ id, name }) => [id, name]))
    const versions = found.versions.map(({ number, nameDa, nameEn, createdBy, createdAt }) => ({ number, name: { da: nameDa, en: nameEn }, by: (createdBy && names.get(createdBy)) ?? null, at: createdAt }))
    return { id: found.id, retiredOn: found.retiredOn && dayFromDb(found.retiredOn), newest: versionOf(newest), since: newest.createdAt, versions }
  })
}

export type ScaleChoice = { code: string; nameDa: string; nameEn: string }
/** The scales a method may name; with one that is retired only where it is named already. */
export function scaleChoices(actor: Actor, named: string | null): Promise<ScaleChoice[]> {
  return readAs(actor, 'method.manage', ({ tx }) => tx.progressScale.findMany({ where: { OR: [{ retiredOn: null }, { code: named ?? '' }] }, select: { code: true, nameDa: true, nameEn: true }, orderBy: { position: 'asc' } }))
}
