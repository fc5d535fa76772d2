import { eventFile } from '@/lib/messaging/calendar/ics'

export type CalendarTalk = { id: string; startsAt: Date; endsAt: Date; place: string; sequence: number; changedAt: Date }
export type CalendarWords = { language: 'da' | 'en'; organisation: string; title?: string; description?: string }

/** The calendar file of one talk. The same entry through moves; cancelled, it takes the entry out again. Neutral title: calendars are read by others. */
export function talkFile(talk: CalendarTalk, words: CalendarWords, cancelled = false): string {
  return eventFile(
    { uid: `${talk.id}@indgang`, sequence: talk.sequence + (cancelled ? 1 : 0), startsAt: talk.startsAt, endsAt: talk.endsAt, stampedAt: talk.changedAt, location: talk.place, title: words.title, description: words.description, cancelled },
    { language: words.language, organisation: words.organisation || 'Indgang' },
  )
}
