import { eventFeed } from '@/lib/messaging/calendar/ics'
import { momentAt } from '@/lib/platform/day'
import type { OwnDate } from './rules'

/** Half an hour in the morning of each day. Neutral titles and no citizen: calendars are read by others. `number`: the volunteer's. */
export function ownCalendar(dates: readonly OwnDate[], number: number, stampedAt: Date, words: { language: 'da' | 'en'; organisation: string; name: string; title: Record<OwnDate['kind'], string>; link: string }): string {
  const events = dates.map(({ kind, code, day }) => ({ uid: `volunteer-${number}-${kind}-${code}@indgang`, sequence: 0, startsAt: momentAt(day, 9, 0), endsAt: momentAt(day, 9, 30), stampedAt, title: words.title[kind], url: words.link }))
  return eventFeed(events, { language: words.language, organisation: words.organisation, name: words.name })
}
