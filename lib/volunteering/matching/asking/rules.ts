import { addDays, type Day } from '@/lib/platform/day'

/** Who is asked: the one who would help, and the one who waits. */
export const sides = ['volunteer', 'person'] as const
export type Side = (typeof sides)[number]

/** Days a link opens. Longer than a holiday: whoever answers late is told whom to ring. */
const ANSWER_DAYS = 21
export const closesOn = (today: Day): Day => addDays(today, ANSWER_DAYS)
/** Days after which a question without an answer is told of: then somebody rings. */
export const LONG_UNANSWERED = 7

/** What somebody can say. The person's yes says as well what the volunteer may have beside the first name. */
export const answers = ['yes', 'yes-contact', 'no'] as const
export type Answer = (typeof answers)[number]
export const answersOf = (side: Side): readonly Answer[] => (side === 'person' ? answers : ['yes', 'no'])
/** Fields of the consent that goes with a yes. */
export const toldBy = (answer: Answer): readonly 'contact'[] => (answer === 'yes-contact' ? ['contact'] : [])

/** Why a volunteer says no; `wish` is everything they need not explain. */
export const refusals = ['times', 'areas', 'languages', 'wish'] as const
