import { type Day, dayOf } from '@/lib/platform/day'
import type { CompanionState } from '../rules'

/** What the citizen is asked afterwards, after the report’s own: was it a support, was it too little or too much, and did one understand and get to speak. */
export const questions = ['supported', 'balanced', 'understood'] as const
export type Question = (typeof questions)[number]
/** From not at all to fully; beside them stands *do not know*, which is no answer and no zero. */
export const answers = ['1', '2', '3', '4', '5'] as const
export const WORDS_MOST = 4000

/** What can be written down next, and on which days. `now` decides whether the meeting has begun. */
export function possible(state: CompanionState, startsAt: Date, now: Date): { prepare: boolean; hold: boolean; followUp: boolean } {
  const agreed = state === 'agreed' || state === 'prepared'
  return { prepare: agreed && startsAt > now, hold: agreed && startsAt <= now, followUp: state === 'held' || state === 'followed-up' }
}
/** A preparation lies before the meeting or on its day, a follow-up on its day or after; neither lies ahead. */
export const fitsDay = (step: 'prepared' | 'followed-up', on: Day, startsAt: Date, today: Day): boolean => on <= today && (step === 'prepared' ? on <= dayOf(startsAt) : on >= dayOf(startsAt))
