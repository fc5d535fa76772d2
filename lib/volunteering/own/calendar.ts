import { eventFeed } from '@/lib/messaging/calendar/ics'
import { momentAt } from '@/lib/platform/day'
import type { OwnDate } from './rules'

/** A course at its time, anything else half an hour in the morning of its day. Neutral titles and no citizen: calendars are read by others. `number`: the volunteer's. */
export function ownCalendar(dates: readonly OwnDate[], number: number, stampedAt: Date, words: { language: 'da' | 'en'; organisation: string; name: string; title: Record<OwnDate['kind'], string>; link: string }): string {
  const events = dates.map(({ kind, code, day, at }) => {
    const [hour = 9, minute = 0] = (at?.starts ?? '09:00').split(':').map(Number)
    const startsAt = momentAt(day, hour, minute)
    return { uid: `volunteer-${number}-${kind}-${code}@indgang`, sequence: 0, startsAt, endsAt: new Date(startsAt.getTime() + (at ? (at.minutes ?? 60) : 30) * 60_000), stampedAt, title: words.title[kind], location: at?.place, url: words.link }
  })
  return eventFeed(events, { language: words.language, organisation: words.organisation, name: words.name })
}
