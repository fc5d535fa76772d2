import { formatTime } from '@/lib/platform/dates'
import { addDays, type Day, dayOf } from '@/lib/platform/day'
import { holds, newest, type Paper } from '../path/rules'

/** Days before its last one that a volunteer is told a paper runs out: time to get a new certificate. */
export const SOON_DAYS = 60

export type OwnPaper = { kind: string; name: string; needed: boolean; papers: readonly Paper[] }
/** How a paper stands for the one who gave it. `missing`: nobody has asked for it yet. */
export type PaperStanding = 'holds' | 'soon' | 'over' | 'asked' | 'missing' | 'talk'

/** What a volunteer is told of one paper, and its last day where it has one. A refusal is talked about, never written on a page. */
export function paperStanding({ kind, papers }: OwnPaper, today: Day): { standing: PaperStanding; until: Day | null } {
  const [good, last] = [holds(papers, kind, today), newest(papers).get(kind)]
  if (good) return { standing: good.expiresOn !== null && good.expiresOn <= addDays(today, SOON_DAYS) ? 'soon' : 'holds', until: good.expiresOn }
  if (!last) return { standing: 'missing', until: null }
  if (last.state === 'refused') return { standing: 'talk', until: null }
  return { standing: last.state === 'asked' ? 'asked' : 'over', until: last.expiresOn }
}

/** Of a course to come. `starts`: '18:30'. */
export type OwnCourse = { id: string; kind: 'course' | 'supervision' | 'meeting'; title: string; onDay: Day; starts: string; minutes: number | null; place: string; /** The volunteer has a seat. */ signed: boolean; /** There is one left. */ room: boolean; /** Told of to whoever has a seat. */ cancelled: boolean }
/** A meeting one goes along to, both having said yes. `id`: of the match. */
export type OwnGoing = { id: string; startsAt: Date; endsAt: Date }
/** Of the matches one has, those that are for a meeting. */
export const goingTo = (matches: readonly { id: string; companion: { starts_at: string; ends_at: string } | null }[]): OwnGoing[] => matches.flatMap(({ id, companion }) => (companion ? [{ id, startsAt: new Date(companion.starts_at), endsAt: new Date(companion.ends_at) }] : []))
export type OwnDate = { kind: 'paper' | 'back' | 'course' | 'meeting'; /** What tells it from others of its kind, in a calendar. */ code: string; day: Day; name: string; /** Where it has a time: from, minutes, where. */ at?: { starts: string; minutes: number | null; place: string; cancelled: boolean } }

/** The days to come that are the volunteer's own, the soonest first: meetings they go along to, courses they have a seat at, papers to be given again, and back from a pause. */
export function ownDates({ papers, courses, going = [], backOn }: { papers: readonly OwnPaper[]; courses: readonly OwnCourse[]; going?: readonly OwnGoing[]; backOn: Day | null }, today: Day): OwnDate[] {
  const renewed = papers.flatMap((paper): OwnDate[] => {
    const { until } = paperStanding(paper, today)
    return paper.needed && until && until >= today ? [{ kind: 'paper', code: paper.kind, day: until, name: paper.name }] : []
  })
  const seats = courses.filter(({ signed, onDay }) => signed && onDay >= today).map((one): OwnDate => ({ kind: 'course', code: one.id, day: one.onDay, name: one.title, at: { starts: one.starts, minutes: one.minutes, place: one.place, cancelled: one.cancelled } }))
  const meetings = going.map(({ id, startsAt, endsAt }): OwnDate => ({ kind: 'meeting', code: id, day: dayOf(startsAt), name: '', at: { starts: formatTime(startsAt, 'en'), minutes: Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000), place: '', cancelled: false } })).filter(({ day }) => day >= today)
  return [...meetings, ...renewed, ...seats, ...(backOn && backOn >= today ? [{ kind: 'back' as const, code: 'back', day: backOn, name: '' }] : [])].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
