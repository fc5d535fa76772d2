import { type Day, dayOf, dayToDb, diffDays, ZONE } from './day'

/**
 * Every date and time a person reads is written here, so that one thing never has two looks. The locale decides the words ('da' or
 * 'en'; anything else reads as Danish); the zone is always Danish and comes neither from the server nor from the browser.
 */
const FORMATS = {
  short: {
    da: { day: '2-digit', month: '2-digit', year: 'numeric' },
    // 05/09/2026 is May in one country and September in another: English gets the month in letters.
    en: { day: 'numeric', month: 'short', year: 'numeric' },
  },
  long: both({ day: 'numeric', month: 'long', year: 'numeric' }),
  weekday: both({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
  dayMonth: both({ day: 'numeric', month: 'long' }),
  month: both({ month: 'long', year: 'numeric' }),
  shortMonth: both({ month: 'short', year: 'numeric' }),
  time: both({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
} as const satisfies Record<string, Record<Language, Intl.DateTimeFormatOptions>>

type Language = 'da' | 'en'
type Look = keyof typeof FORMATS
export type DayLook = Exclude<Look, 'time'>

/** short 05.09.2026 · long 5. september 2026 · weekday lørdag den 5. september 2026 · dayMonth 5. september · month september 2026 */
export function formatDay(day: Day, locale: string, look: DayLook = 'long'): string {
  return formatter(look, locale, 'UTC').format(dayToDb(day))
}

/** 'september 2026' */
export function formatMonth(day: Day, locale: string): string {
  return formatDay(day, locale, 'month')
}

/** '10.30' in Danish, '10:30' in English. */
export function formatTime(moment: Date, locale: string): string {
  return formatter('time', locale, ZONE).format(moment)
}

/** A clock that was typed in, '17:00': '17.00' in Danish, '17:00' in English. */
export function formatClock(clock: string, locale: string): string {
  return languageOf(locale) === 'da' ? clock.replace(':', '.') : clock
}

/** Day and clock in Denmark: '5. september 2026 kl. 10.30', short '05.09.2026 kl. 10.30', in English '5 September 2026 at 10:30'. */
export function formatMoment(moment: Date, locale: string, look: DayLook = 'long'): string {
  const joint = languageOf(locale) === 'da' ? ' kl. ' : ' at '
  return formatDay(dayOf(moment), locale, look) + joint + formatTime(moment, locale)
}

/** '10.30–11.15' */
export function formatTimeSpan(from: Date, to: Date, locale: string): string {
  return `${formatTime(from, locale)}–${formatTime(to, locale)}`
}

/** 'i dag', 'om 3 dage', 'for 2 måneder siden'. Days up to 60, then whole months up to two years, then years. */
export function formatRelativeDay(day: Day, today: Day, locale: string): string {
  const days = diffDays(today, day)
  const words = relativeFormatter(locale)
  if (Math.abs(days) <= 60) return words.format(days, 'day')
  if (Math.abs(days) <= 730) return words.format(Math.trunc((days * 12) / 365), 'month')
  return words.format(Math.trunc(days / 365.25), 'year')
}

/** Value of a <time dateTime> attribute. */
export function machineMoment(moment: Date): string {
  return moment.toISOString()
}

function both(options: Intl.DateTimeFormatOptions): Record<Language, Intl.DateTimeFormatOptions> {
  return { da: options, en: options }
}

function languageOf(locale: string): Language {
  return locale.startsWith('en') ? 'en' : 'da'
}

// Making a formatter costs some 50 µs; a list of 560 rows with three dates each would notice.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(look: Look, locale: string, timeZone: string): Intl.DateTimeFormat {
  const language = languageOf(locale)
  const key = `${look} ${language} ${timeZone}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(tagOf(language), { ...FORMATS[look][language], timeZone })
  formatters.set(key, made)
  return made
}

const relativeFormatters = new Map<Language, Intl.RelativeTimeFormat>()

function relativeFormatter(locale: string): Intl.RelativeTimeFormat {
  const language = languageOf(locale)
  const made = relativeFormatters.get(language) ?? new Intl.RelativeTimeFormat(tagOf(language), { numeric: 'auto' })
  relativeFormatters.set(language, made)
  return made
}

function tagOf(language: Language): string {
  return language === 'en' ? 'en-GB' : 'da-DK'
}
