import { addDays, addMonths, type Day, dayToDb, momentAt } from '@/lib/platform/day'
import type { EndReason, StepKind } from '@/lib/volunteering/path/rules'
import type { Random } from '../random'
import { writtenAt } from '../moments'
import { COURSES, MEETINGS, SUPERVISION, TALKED } from './words'

export type Made = { stage: StepKind; roles: readonly { code: string; papers: readonly string[]; course: boolean }[]; /** The day they became active; drawn where nothing is said. */ since?: Day }
const MONTHS: Record<string, number | null> = { confidentiality: null, 'criminal-record': 24, 'child-certificate': 24 }
/** How long ago somebody came forward who stands there today: days, from and to. */
const AGO: Record<StepKind, readonly [number, number]> = { interested: [0, 24], invited: [4, 20], talked: [14, 60], cleared: [40, 75], active: [90, 1_600], paused: [200, 1_500], ended: [250, 1_600] }
const REASONS: readonly (readonly [EndReason, number])[] = [['wish', 5], ['moved', 2], ['silent', 2], ['unfit', 1], ['ill', 1], ['papers', 1], ['other', 1]]

/** The way of one volunteer up to today, with papers, courses and supervision: rows as they would have been written, and when. */
export function pathOf(draw: Random, today: Day, volunteerId: string, lead: string, { stage, roles, since }: Made) {
  const drawn = addDays(today, -draw.between(...AGO[stage]))
  const began = since ? addDays(since, -50) : drawn
  const steps: Record<string, unknown>[] = []
  const step = (kind: StepKind, day: Day, more: { untilDay?: Day; reason?: EndReason; words?: string } = {}) => {
    steps.push({ volunteerId, number: steps.length + 1, step: kind, onDay: dayToDb(day), untilDay: more.untilDay ? dayToDb(more.untilDay) : null, reason: more.reason ?? null, words: more.words ?? null, recordedBy: steps.length === 0 ? null : lead, recordedAt: writtenAt(day, 10, 5 + steps.length) })
    return day
  }
  // Nothing of a way is later than today.
  const past = (day: Day) => (day > today ? today : day)
  const kinds = ['confidentiality', ...new Set(roles.flatMap(({ papers }) => papers))]
  const papers: Record<string, unknown>[] = []
  const paper = (kind: string, number: number, state: 'asked' | 'approved', day: Day) => papers.push({ volunteerId, kindCode: kind, number, state, onDay: dayToDb(day), expiresOn: state === 'approved' && MONTHS[kind] ? dayToDb(addMonths(day, MONTHS[kind])) : null, recordedBy: lead, recordedAt: writtenAt(day, 11, 0) })
  const trainings: Record<string, unknown>[] = []
  const train = (kind: string, title: string, day: Day, minutes: number) => trainings.push({ volunteerId, kind, title, onDay: dayToDb(day), minutes, recordedBy: lead, recordedAt: writtenAt(day, 15, 0) })
  const done = () => ({ steps, papers, trainings, began: momentAt(began, 19, 10) })

  step('interested', began)
  if (stage === 'interested') return done()
  if (stage === 'invited') { step('invited', past(addDays(began, 3)), { untilDay: addDays(today, draw.between(0, 9)) }); return done() }
  const talked = step('talked', past(addDays(began, draw.between(5, 14))), { words: draw.pick(TALKED) })
  if (stage === 'talked') {
    for (const kind of kinds) if (draw.chance(0.7)) paper(kind, 1, kind === 'confidentiality' && draw.chance(0.7) ? 'approved' : 'asked', talked)
    return done()
  }
  const ready = past(addDays(talked, draw.between(10, 25)))
  // Whoever has helped for more than two years has given theirs again in time; a few have not been asked yet.
  for (const kind of kinds) {
    paper(kind, 1, 'asked', talked)
    paper(kind, 2, 'approved', ready)
    let at = 2
    for (let again = MONTHS[kind] ? addMonths(ready, 23) : null; again && again <= today && !(addMonths(again, 2) > today && draw.chance(0.4)); again = addMonths(again, 23)) paper(kind, ++at, 'approved', again)
  }
  if (roles.some(({ course }) => course) || draw.chance(0.4)) train('course', draw.pick(COURSES), ready, draw.pick([120, 180, 360]))
  const cleared = step('cleared', ready)
  if (stage === 'cleared') return done()
  const active = step('active', since ?? past(addDays(cleared, draw.between(2, 12))))
  for (let at = addMonths(active, 5); at < today; at = addMonths(at, draw.between(5, 9))) {
    if (draw.chance(0.7)) train('supervision', draw.pick(SUPERVISION), at, 90)
    else train('meeting', draw.pick(MEETINGS), at, 120)
  }
  if (stage === 'paused') step('paused', past(addDays(today, -draw.between(10, 90))), { untilDay: addDays(today, draw.between(-6, 120)) })
  if (stage === 'ended') step('ended', past(addDays(today, -draw.between(5, 150))), { reason: draw.weighted(REASONS) })
  return done()
}
