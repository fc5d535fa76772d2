import { closedReason } from '@/lib/deadlines/holidays'
import { ruleFor } from '@/lib/deadlines/rules'
import { addDays, type Day, diffDays, isoWeekday, latestDay } from '@/lib/platform/day'
import { expiring, type Facts, missing, newest, type NextStep, type PathRules, renewalDays, standsAt } from '../path/rules'

/** What only the volunteer can do: come to the talk, bring a paper, bring a new one in time, answer a question. */
export const abouts = ['talk', 'paper', 'renewal', 'question'] as const
export type About = (typeof abouts)[number]
export type Reminded = { onDay: Day; about: readonly About[] }
/** `papers`: kinds that are missing. `asked`: the day of the oldest question without an answer. */
export type Reminder = { about: About[]; talkOn: Day | null; papers: string[]; renew: { kind: string; expiresOn: Day }[]; asked: Day | null }

/** Whatever is set up: nobody is reminded more often. Days. */
const WEEK = 7
const ANSWER_DAYS = 3
/** Days before a talk that it is reminded of. */
const TALK_DAYS = 2
/** Days before its last one that a paper is reminded of again. */
const LAST_DAYS = 14
/** Times one and the same thing is written of; then somebody rings. */
const TIMES = 3

const length = ({ rules }: PathRules, code: string, today: Day, usual: number): number => ruleFor(rules, code, today)?.length ?? usual
export const remindEvery = (rules: PathRules, today: Day): number => Math.max(WEEK, length(rules, 'volunteer-remind', today, WEEK))

/** What to remind a volunteer of today; null for nothing. `asked`: the days of questions they have not answered, of requests that still stand. Nobody on a pause or who has ended is reminded, nor whoever has only said they want to help. */
export function reminderOf(facts: Facts, asked: readonly Day[], sent: readonly Reminded[], today: Day, rules: PathRules): Reminder | null {
  const { step, onDay, untilDay } = standsAt(facts)
  const [last, every] = [sent.map((one) => one.onDay).sort().at(-1), remindEvery(rules, today)]
  if (step === 'interested' || step === 'paused' || step === 'ended' || (last && diffDays(last, today) < every)) return null
  const times = (about: About, since: Day) => sent.filter((one) => one.onDay >= since && one.about.includes(about)).length
  const talkOn = step === 'invited' && untilDay && untilDay > today && untilDay <= addDays(today, TALK_DAYS) && times('talk', onDay) === 0 ? untilDay : null
  const lacks = step === 'invited' ? { papers: [], since: onDay } : lacking(facts, today)
  const papers = diffDays(lacks.since, today) >= every && times('paper', lacks.since) < TIMES ? lacks.papers : []
  const ahead = renewalDays(rules, today)
  const renew = step !== 'active' ? [] : expiring(facts, today, ahead).filter(({ kind, expiresOn }) => expiresOn >= today && !refused(facts, kind) && (times('renewal', addDays(expiresOn, -ahead)) === 0 || diffDays(today, expiresOn) <= LAST_DAYS))
  const question = asked.filter((day) => diffDays(day, today) >= length(rules, 'volunteer-answer', today, ANSWER_DAYS) && times('question', day) === 0).sort().at(0) ?? null
  const about = abouts.filter((one) => ({ talk: talkOn !== null, paper: papers.length > 0, renewal: renew.length > 0, question: question !== null })[one])
  return about.length > 0 ? { about, talkOn, papers, renew, asked: question } : null
}

/** A paper that was seen and refused: what comes of it is for somebody to say, not for a mail. */
const refused = ({ papers }: Facts, kind: string): boolean => newest(papers).get(kind)?.state === 'refused'

/** What is to be brought, and since when it is missing: asked for, run out, or the step that calls for it. */
function lacking(facts: Facts, today: Day): { papers: string[]; since: Day } {
  const papers = missing(facts, today).filter((kind) => kind !== 'course' && !refused(facts, kind))
  const days = papers.flatMap((kind) => { const word = newest(facts.papers).get(kind); return word ? [word.expiresOn ?? word.onDay] : [] })
  return { papers, since: latestDay(standsAt(facts).onDay, ...days) }
}

export const lateCodes = ['talk', 'talk-held', 'complete', 'clear', 'start', 'return'] as const satisfies readonly NextStep['code'][]
export type LateLine = { code: (typeof lateCodes)[number]; count: number; oldest: Day }

/** What on the path has waited beyond its day, counted by what is to be done; without whom it is about. */
export function lateLines(next: readonly (NextStep | null)[], today: Day): LateLine[] {
  return lateCodes.flatMap((code) => {
    const days = next.flatMap((one) => (one?.code === code && one.due < today ? [one.due] : [])).sort()
    return days[0] ? [{ code, count: days.length, oldest: days[0] }] : []
  })
}

/**
 * What makes a mail to the lead the same mail: the week, and the latest day that was passed. So they hear of everything once a week, and on the other days when something more has become late.
 * Null when there is nothing to tell, or nobody at work to read it.
 */
export function tellingOf(next: readonly (NextStep | null)[], today: Day, { closingDays }: PathRules): string | null {
  const newestDue = next.flatMap((one) => (one && one.due < today && lateLines([one], today).length > 0 ? [one.due] : [])).sort().at(-1)
  if (!newestDue || closedReason(today, closingDays)) return null
  return `${addDays(today, 1 - isoWeekday(today))} ${newestDue}`
}
