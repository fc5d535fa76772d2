import type { Day } from '@/lib/platform/day'
import { isInTab } from '@/lib/associations/register/rules'
import { isIn, isOnly, type Standing } from '../list/rules'
import { whereToGive } from '../logins/rules'
import { isOnly as isOnlyMatch } from '../matches/rules'

/** What can wait for whoever leads volunteers, the most urgent first, and the list that holds exactly the rows a line counts. */
export const dayLists = {
  concerns: '/volunteers/concerns', alarms: '/volunteers/matches?tab=running&only=alarm', followUps: '/volunteers/matches?tab=running&only=late', arrange: '/volunteers/matches?tab=running&only=arrange', both: '/volunteers/matches?tab=asked&only=both', questions: '/volunteers/matches?tab=asked&only=long',
  interest: '/volunteers?tab=waiting&only=unanswered', signups: '/associations?tab=new', expenses: '/volunteers/expenses?state=sent', logins: whereToGive.leads, late: '/volunteers?tab=waiting&only=late', back: '/volunteers?tab=paused&only=back', papers: '/volunteers?tab=papers',
  agreements: '/associations?tab=agreement', dialogue: '/associations?tab=dialogue', dialogueSoon: '/associations?tab=soon', people: '/volunteers/waiting', waiting: '/volunteers?tab=waiting',
} as const
export type DayKey = keyof typeof dayLists
const urgent: readonly DayKey[] = ['concerns', 'alarms', 'followUps', 'late']
const calm: readonly DayKey[] = ['dialogueSoon', 'people', 'waiting']
/** How pressing a line is: what cannot wait, what is soon to be done, and what is only good to know. */
export const urgencies = ['error', 'warning', 'info'] as const
export const urgencyOf = (key: DayKey): (typeof urgencies)[number] => (urgent.includes(key) ? 'error' : calm.includes(key) ? 'info' : 'warning')
/** `first`: the day of the one that has waited longest, or comes soonest. */
export type DayLine = { key: DayKey; count: number; first: Day }

const day = (key: DayKey, days: readonly Day[]): DayLine[] => (days.length === 0 ? [] : [{ key, count: days.length, first: days.reduce((a, b) => (b < a ? b : a)) }])

type Matched = { arrange: boolean; alarms: readonly unknown[]; alarmedOn: Day | null; inDays: number | null; next: { due: Day } | null; startedOn: Day }
type Placed = Parameters<typeof isInTab>[1] & { due: { day: Day } | null; dialogue: { day: Day | null }; signedOn: Day | null }
export type DayFacts = {
  concerns: readonly Day[]; running: readonly Matched[]; asked: readonly { state: string; askedOn: Day }[]; waiting: readonly Day[]; volunteers: readonly Standing[]; associations: readonly Placed[]; expenses: readonly Day[]; logins: readonly Day[]
}

/** What waits, in the order it is to be taken; nothing where nothing does. Each counts by the rule of its list. */
export function linesOf({ concerns, running, asked, waiting, volunteers, associations, expenses, logins }: DayFacts, today: Day): DayLine[] {
  const match = (only: 'alarm' | 'late' | 'arrange') => running.filter((one) => isOnlyMatch(only, one))
  const volunteer = (holds: (one: Standing) => boolean, of: (one: Standing) => Day | null | undefined) => volunteers.filter(holds).map((one) => of(one) ?? today)
  const tab = (of: Parameters<typeof isInTab>[0], when: (one: Placed) => Day | null | undefined) => associations.filter((one) => isInTab(of, one)).map((one) => when(one) ?? today)
  return [
    ...day('concerns', concerns), ...day('alarms', match('alarm').map(({ alarmedOn, startedOn }) => alarmedOn ?? startedOn)), ...day('followUps', match('late').map(({ next }) => next?.due ?? today)), ...day('arrange', match('arrange').map(({ startedOn }) => startedOn)),
    ...day('both', asked.filter(({ state }) => state === 'both').map(({ askedOn }) => askedOn)), ...day('questions', asked.filter(({ state }) => state === 'long').map(({ askedOn }) => askedOn)),
    ...day('interest', volunteer((one) => isIn('waiting', one) && isOnly('unanswered', one), ({ since }) => since)), ...day('signups', tab('new', ({ signedOn }) => signedOn)), ...day('expenses', expenses), ...day('logins', logins),
    ...day('late', volunteer((one) => isIn('waiting', one) && isOnly('late', one), ({ next }) => next?.due)), ...day('back', volunteer((one) => isIn('paused', one) && isOnly('back', one), ({ next }) => next?.due)), ...day('papers', volunteer((one) => isIn('papers', one), ({ expiring }) => expiring[0]?.expiresOn)),
    ...day('agreements', tab('agreement', ({ due }) => due?.day)), ...day('dialogue', tab('dialogue', ({ dialogue }) => dialogue.day)), ...day('dialogueSoon', tab('soon', ({ dialogue }) => dialogue.day)),
    ...day('people', waiting), ...day('waiting', volunteer((one) => isIn('waiting', one), ({ since }) => since)),
  ]
}
