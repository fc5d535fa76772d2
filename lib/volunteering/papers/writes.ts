import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { Refused } from '@/lib/access/refused'
import { addMonths, type Day, dayToDb } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { newest } from '../path/rules'
import { lockFacts } from '../path/sql'
import type { PaperInput } from './schema'

/** Adds what happened with a paper; without a last day of its own it holds as long as its kind does. Throws Refused when somebody was first, for a paper out of use, and for a day to come. */
export async function addPaper(tx: Tx, actor: Actor, { volunteerId, kind, number, state, onDay, expiresOn }: PaperInput, today: Day): Promise<void> {
  const facts = await lockFacts(tx, volunteerId)
  const known = facts && (await tx.volunteerPaperKind.findFirst({ where: { code: kind }, select: { months: true, retiredOn: true } }))
  if (!facts || !known) throw new Refused('volunteering.error.gone')
  if (known.retiredOn) throw new Refused('volunteering.error.paperRetired')
  if ((newest(facts.papers).get(kind)?.number ?? 0) !== number) throw new Refused('volunteering.error.meanwhile')
  if (onDay > today) throw new Refused('volunteering.error.future', {}, 'on')
  const until = state === 'approved' ? (expiresOn ?? (known.months === null ? null : addMonths(onDay, known.months))) : null
  await tx.volunteerPaper.createMany({ data: [{ volunteerId, kindCode: kind, number: number + 1, state, onDay: dayToDb(onDay), expiresOn: until && dayToDb(until), recordedBy: actor.userId }] })
}
