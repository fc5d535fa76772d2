import { eventFeed, eventFile } from '@/lib/messaging/calendar/ics'

export type CalendarTalk = { id: string; startsAt: Date; endsAt: Date; place: string; sequence: number; changedAt: Date }
/** `companion`: the right to bring one, which every invitation names. */
export type CalendarWords = { language: 'da' | 'en'; organisation: string; title?: string; companion: string }

/** The calendar file of one talk. The same entry through moves; cancelled, it takes the entry out again. Neutral title: calendars are read by others. */
export function talkFile(talk: CalendarTalk, words: CalendarWords, cancelled = false): string {
  return eventFile(
    { uid: `${talk.id}@indgang`, sequence: talk.sequence + (cancelled ? 1 : 0), startsAt: talk.startsAt, endsAt: talk.endsAt, stampedAt: talk.changedAt, location: talk.place, title: words.title, description: cancelled ? undefined : words.companion, cancelled },
    { language: words.language, organisation: words.organisation || 'Indgang' },
  )
}

/** Everything a member of staff has booked, to subscribe to. Times and places; who it is stands in the product, behind a sign-in. */
export function talkFeed(talks: readonly (CalendarTalk & { cancelled: boolean })[], words: { title: string; name: string; link: string }): string {
  const events = talks.map((talk) => ({ uid: `${talk.id}@indgang`, sequence: talk.sequence, startsAt: talk.startsAt, endsAt: talk.endsAt, stampedAt: talk.changedAt, location: talk.place, title: words.title, url: words.link, cancelled: talk.cancelled }))
  return eventFeed(events, { language: 'da', organisation: 'Indgang', name: words.name })
}
