import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { Refused } from '@/lib/access/refused'
import { refuseBehindGlass } from '@/lib/people/record/lasting'
import { type Day, dayToDb } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { type CompanionRole, type CompanionState, type CompanionStepKind, standing } from '../rules'
import { meetingFacts } from '../sql'

export type Meeting = { personId: string; companionId: string; state: CompanionState; steps: readonly CompanionStepKind[]; startsAt: Date }

/** The meeting as it stands, for whoever writes what came of it. Throws Refused when it is not there for them. */
export async function openMeeting(tx: Tx, personId: string, companionId: string): Promise<Meeting> {
  await refuseBehindGlass(tx, personId)
  const [facts, meeting] = [await meetingFacts(tx, personId, companionId), await tx.companionMeeting.findFirst({ where: { id: companionId, personId }, select: { startsAt: true } })]
  if (!facts || !meeting) throw new Refused('companions.error.gone')
  return { personId, companionId, state: standing(facts), steps: facts.steps, startsAt: meeting.startsAt }
}

type Words = { note?: string | null; agenda?: string | null; agreedRole?: CompanionRole; supported?: number | null; balanced?: number | null; understood?: number | null }
/** Adds the next step. */
export async function addStep(tx: Tx, actor: Actor, { personId, companionId: meetingId, steps }: Meeting, step: CompanionStepKind, onDay: Day, words: Words = {}): Promise<void> {
  await tx.companionStep.createMany({ data: [{ ...words, meetingId, personId, number: steps.length + 1, step, onDay: dayToDb(onDay), recordedBy: actor.userId }] })
}

/** Whether a power of attorney of the person holds on that day. */
export async function attorneyHolds(tx: Tx, personId: string, day: Day): Promise<boolean> {
  return (await tx.powerOfAttorney.count({ where: { personId, endedOn: null, fromDay: { lte: dayToDb(day) }, toDay: { gte: dayToDb(day) } } })) > 0
}
