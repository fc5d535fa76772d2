import { type CalendarEvent, eventFeed } from '@/lib/messaging/calendar/ics'
import { momentAt } from '@/lib/platform/day'
import type { OwnDate } from '../rules'

type Words = { language: 'da' | 'en'; organisation: string; name: string; title: Record<OwnDate['kind'], string>; link: string }

/** A course or a meeting at its time, anything else half an hour in the morning of its day. Neutral titles and no citizen: calendars are read by others. `number`: the volunteer's. */
export function ownCalendar(dates: readonly OwnDate[], number: number, stampedAt: Date, words: Words): string {
  const events = dates.map(({ kind, code, day, at }) => {
    const [hour = 9, minute = 0] = (at?.starts ?? '09:00').split(':').map(Number)
    const startsAt = momentAt(day, hour, minute)
    const uid = kind === 'course' || kind === 'meeting' ? `${kind}-${code}@indgang` : `volunteer-${number}-${kind}-${code}@indgang`
    return { uid, sequence: at?.cancelled ? 1 : 0, startsAt, endsAt: new Date(startsAt.getTime() + (at ? (at.minutes ?? 60) : 30) * 60_000), stampedAt, title: words.title[kind], location: at?.place || undefined, url: words.link, cancelled: at?.cancelled }
  })
  return eventFeed(events, { language: words.language, organisation: words.organisation, name: words.name })
}

/** What access.own_feed answers with, and all of it. */
export type OwnFeedRow = { kind: 'course' | 'meeting'; id: string; startsAt: Date; endsAt: Date; place: string | null; sequence: number; cancelled: boolean; language: 'da' | 'en' }

/** Rows of the feed as appointments: they are called the same, whatever they are. */
export const ownFeedEvents = (rows: readonly OwnFeedRow[], stampedAt: Date, words: { title: string; link: string }): CalendarEvent[] =>
  rows.map(({ kind, id, startsAt, endsAt, place, sequence, cancelled }) => ({ uid: `${kind}-${id}@indgang`, sequence, startsAt, endsAt, stampedAt, title: words.title, location: place ?? undefined, url: words.link, cancelled }))
