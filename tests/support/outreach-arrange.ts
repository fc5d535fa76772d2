import { randomUUID } from 'node:crypto'
import type { Prisma } from '@/prisma/generated/client'
import { refreshTasks, type Refreshed } from '@/lib/outreach/tasks/writes'
import { transaction } from '@/lib/platform/db'
import { addDays, type Day, dayOf, dayToDb, momentAt } from '@/lib/platform/day'
import { owner } from './db'

export const now = () => dayOf(new Date())
export const ago = (days: number): Day => addDays(now(), -days)

/** A letter that left that day; the template is made with it. */
export async function letter(personId: string, sentOn: Day, data: Partial<Prisma.LetterUncheckedCreateInput> = {}) {
  const template = await owner().letterTemplate.create({ data: { code: randomUUID(), nameDa: 't', nameEn: 't' } })
  const version = await owner().letterTemplateVersion.create({ data: { templateId: template.id, version: 1, language: 'da', title: 't', blocks: [], declaredFields: [], status: 'APPROVED' } })
  return owner().letter.create({ data: { personId, templateVersionId: version.id, language: 'da', channel: 'PAPER', state: 'SENT', idempotencyKey: randomUUID(), sentOn: dayToDb(sentOn), sentAt: momentAt(sentOn, 12), ...data } })
}

export function reply(personId: string, kind: 'TALK' | 'CALL' | 'LATER' | 'NOT_THIS_YEAR' | 'NEVER' | 'MOVED', on: Day) {
  return owner().reply.create({ data: { personId, kind, submissionId: randomUUID(), receivedAt: momentAt(on, 23, 30) } })
}

/** What the daily job does, on that day. */
export function daily(today: Day): Promise<Refreshed> {
  return transaction({ role: 'worker' }, (tx) => refreshTasks(tx, today))
}

export function tasksOf(personId: string) {
  return owner().outreachTask.findMany({ where: { personId }, orderBy: { createdAt: 'asc' }, select: { kind: true, dueOn: true, doneAt: true, outcome: true, explanation: true, id: true } })
}

export async function openKinds(personId: string): Promise<string[]> {
  return (await tasksOf(personId)).filter((task) => task.doneAt === null).map((task) => task.kind)
}
