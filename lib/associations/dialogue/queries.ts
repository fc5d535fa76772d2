import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Day, dayFromDb } from '@/lib/platform/day'
import { type Dialogue, dialogueOf } from './rules'
import { dialogueRules } from './sql'

export type DialoguePoint = { id: string; words: string; dueOn: Day; doneOn: Day | null }
export type DialogueMeeting = { id: string; onDay: Day; agenda: string; participants: string; cancelled: boolean; version: number; points: DialoguePoint[] }
export type OpenDialogue = { association: { id: string; name: string }; meetings: DialogueMeeting[]; next: Dialogue }

/** The meetings with one association, the latest first, with what was to be done; and when the next is due. Null where there is none for the reader. */
export function openDialogue(actor: Actor, id: string, today: Day): Promise<OpenDialogue | null> {
  if (!z.uuid().safeParse(id).success) return Promise.resolve(null)
  return readAs(actor, 'association.read', async ({ tx, shown }) => {
    const found = await tx.association.findFirst({ where: { id }, select: {
      id: true, name: true, partnerships: { select: { fromDay: true, toDay: true, reviewOn: true } },
      dialogues: { orderBy: [{ onDay: 'desc' }, { id: 'desc' }], select: { id: true, onDay: true, agenda: true, participants: true, cancelledOn: true, version: true, points: { orderBy: [{ dueOn: 'asc' }, { id: 'asc' }], select: { id: true, words: true, dueOn: true, doneOn: true } } } },
    } })
    if (!found) return null
    const meetings = found.dialogues.map(({ cancelledOn, onDay, points, ...one }) => ({ ...one, onDay: dayFromDb(onDay), cancelled: cancelledOn !== null, points: points.map((point) => ({ ...point, dueOn: dayFromDb(point.dueOn), doneOn: point.doneOn && dayFromDb(point.doneOn) })) }))
    const periods = found.partnerships.map(({ fromDay, toDay, reviewOn }) => ({ fromDay: dayFromDb(fromDay), toDay: dayFromDb(toDay), reviewOn: reviewOn && dayFromDb(reviewOn) }))
    shown({ kind: 'VIEW', action: 'association.dialogues-viewed', details: { association: id } })
    return { association: { id: found.id, name: found.name }, meetings, next: dialogueOf(meetings.filter(({ cancelled }) => !cancelled).map(({ onDay }) => onDay), periods, today, await dialogueRules(tx)) }
  })
}
