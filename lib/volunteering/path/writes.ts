import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { Refused } from '@/lib/access/refused'
import { type Day, dayToDb } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { missing, standsAt, stepsAfter } from './rules'
import type { StepInput } from './schema'
import { lockFacts } from './sql'

/** The next step of a volunteer. Throws Refused when somebody was first, the step cannot come there, its day is wrong, something is still missing, or a match still runs. */
export async function addStep(tx: Tx, actor: Actor, { volunteerId, number, step, onDay, untilDay, reason, words }: StepInput, today: Day): Promise<void> {
  const facts = await lockFacts(tx, volunteerId)
  if (!facts) throw new Refused('volunteering.error.gone')
  const last = standsAt(facts)
  if (last.number !== number) throw new Refused('volunteering.error.meanwhile')
  if (!stepsAfter(last.step).includes(step)) throw new Refused('volunteering.error.step', {}, 'step')
  if (onDay > today) throw new Refused('volunteering.error.future', {}, 'on')
  if (onDay < last.onDay) throw new Refused('volunteering.error.order', {}, 'on')
  // A pause that has passed already, and an invitation to a talk that was: the next step is another one.
  if (untilDay && untilDay < today) throw new Refused('volunteering.error.passed', {}, 'until')
  if ((step === 'cleared' || step === 'active') && missing(facts, today).length > 0) throw new Refused('volunteering.error.missing')
  if (step === 'ended') {
    const [running] = await tx.$queryRaw<[{ count: number }]>`SELECT count(*)::int AS count FROM access.known_matches() m WHERE m.volunteer_id = ${volunteerId}::uuid AND m.ended_on IS NULL`
    if (running.count > 0) throw new Refused('volunteering.error.running', { count: running.count })
  }
  await tx.volunteerStep.createMany({ data: [{ volunteerId, number: number + 1, step, onDay: dayToDb(onDay), untilDay: untilDay && dayToDb(untilDay), reason, words, recordedBy: actor.userId }] })
}
