import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/access/permissions'
import { openCase } from '@/lib/casework/cases/actions'
import { followMethod } from '@/lib/casework/methods/actions'
import { caseMethod } from '@/lib/casework/methods/queries'
import { loadMethods } from '@/prisma/reference/methods/load'
import { as, submit } from './as'
import { owner } from './db'
import { person } from './factories'

type Ref = { personId: string; caseId: string }

/** The version a shipped method stands in. */
export async function shipped(code: string): Promise<string> {
  if ((await owner().method.count()) === 0) await loadMethods(owner())
  return (await owner().methodVersion.findFirstOrThrow({ where: { method: { code } }, orderBy: { number: 'desc' } })).id
}

/** An open case of somebody the caseworker has, following a method. */
export async function following(by: Actor, code: string, data: Parameters<typeof person>[1] = {}): Promise<Ref> {
  const { id: personId } = await person('JOBCENTRE_CLIENT', data)
  await owner().assignment.create({ data: { personId, userId: by.userId, reason: 'test', fromDay: new Date('2026-01-01') } })
  await as(by, () => submit(openCase, { personId, kind: 'employment' }))
  const { id: caseId } = await owner().caseFile.findFirstOrThrow({ where: { personId } })
  if (code) await as(by, async () => submit(followMethod, { personId, caseId, turn: '0', methodVersionId: await shipped(code) }))
  return { personId, caseId }
}

export const unitOf = async (name: string) => (await owner().unit.create({ data: { code: randomUUID(), nameDa: name, nameEn: name } })).id
/** What the page of the method holds for this reader; null where there is none. */
export const methodOf = async (actor: Actor, { personId, caseId }: Ref) => (await caseMethod(actor, personId, caseId, async () => null))?.content?.more ?? null
