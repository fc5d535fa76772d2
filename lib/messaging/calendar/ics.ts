import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus } from 'ical-generator'

/** One appointment. Moments are written in UTC, so every calendar shows its own owner's clock right, also across a clock change. */
export type CalendarEvent = {
  /** Stable for the appointment's life: a moved talk replaces the old entry. */
  uid: string
  /** Counts up at every change, from 0. */
  sequence: number
  startsAt: Date
  endsAt: Date
  /** When this version was made: the file's bytes depend on nothing else. */
  stampedAt: Date
  /** Neutral by default; a calendar is read by phones, partners and employers. */
  title?: string
  description?: string
  location?: string
  url?: string
  cancelled?: boolean
}

export type CalendarOptions = { language: 'da' | 'en'; name?: string; organisation: string }

const NEUTRAL = { da: 'Aftale', en: 'Appointment' }
const MAX_EVENTS = 5000

/** A file with one appointment, to be opened or attached. Throws RangeError on an appointment that ends before it begins. */
export function eventFile(event: CalendarEvent, options: CalendarOptions): string {
  const calendar = newCalendar(options)
  calendar.method(event.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH)
  addEvent(calendar, event, options)
  return calendar.toString()
}

/** A feed to subscribe to. Cancelled appointments stay in it as cancelled, else a phone keeps showing them. At most 5,000. */
export function eventFeed(events: readonly CalendarEvent[], options: CalendarOptions & { refreshSeconds?: number }): string {
  if (events.length > MAX_EVENTS) throw new RangeError(`A feed holds at most ${MAX_EVENTS} appointments`)
  const calendar = newCalendar(options)
  calendar.method(ICalCalendarMethod.PUBLISH)
  calendar.ttl(options.refreshSeconds ?? 900)
  for (const event of [...events].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.uid < b.uid ? -1 : 1))) {
    addEvent(calendar, event, options)
  }
  return calendar.toString()
}

function newCalendar({ language, name, organisation }: CalendarOptions): ICalCalendar {
  return ical({ name: name ?? NEUTRAL[language], prodId: { company: organisation, product: 'Indgang', language: language.toUpperCase() } })
}

function addEvent(calendar: ICalCalendar, event: CalendarEvent, { language }: CalendarOptions): void {
  if (!(event.endsAt > event.startsAt)) throw new RangeError('An appointment ends after it begins')
  calendar.createEvent({
    id: event.uid,
    sequence: event.sequence,
    stamp: event.stampedAt,
    start: event.startsAt,
    end: event.endsAt,
    summary: event.title ?? NEUTRAL[language],
    description: event.description ?? null,
    location: event.location ?? null,
    url: event.url ?? null,
    status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: event.cancelled ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
  })
}
