import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { Refused } from '@/lib/access/refused'
import { type Day, dayToDb } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { lockFacts } from '../path/sql'

/** Writes that a volunteer is shown with these words from that day, or no longer (null). Throws Refused where there is no such volunteer, or something newer was written meanwhile. */
export async function writeShowing(tx: Tx, actor: Actor, volunteerId: string, seen: number, about: string | null, onDay: Day): Promise<void> {
  if (!(await lockFacts(tx, volunteerId))) throw new Refused('volunteering.error.gone')
  const last = await tx.volunteerShowing.findFirst({ where: { volunteerId }, orderBy: { number: 'desc' }, select: { number: true, shown: true } })
  if ((last?.number ?? 0) !== seen) throw new Refused('volunteering.error.meanwhile')
  if (about === null && !last?.shown) throw new Refused('volunteering.error.notShown')
  await tx.volunteerShowing.createMany({ data: [{ volunteerId, number: seen + 1, shown: about !== null, about, onDay: dayToDb(onDay), recordedBy: actor.userId }] })
}
