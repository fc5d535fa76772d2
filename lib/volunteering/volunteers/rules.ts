/** How well a language is spoken. */
export const levels = ['some', 'good', 'native'] as const
export type Level = (typeof levels)[number]
/** The languages people are asked about; those of the register of people, by their two letters. */
export const languages = ['da', 'en', 'de', 'ar', 'fa', 'uk', 'so', 'ti', 'tr', 'pl', 'bs'] as const
export type Language = (typeof languages)[number]

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export const dayparts = ['morning', 'afternoon', 'evening'] as const
/** '1-evening': Monday evenings. */
export const times = weekdays.flatMap((weekday) => dayparts.map((part) => `${weekday}-${part}` as const))
export type Time = (typeof times)[number]

/** What somebody has lived through themselves and will speak of with another. Self-stated, and nothing more is asked. */
export const experiences = ['deployment', 'relative', 'flight', 'unemployment', 'illness', 'addiction', 'loss', 'alone'] as const
export type Experience = (typeof experiences)[number]

/** What somebody may say of their background; nothing is: will not say. For figures alone. */
export const backgrounds = ['danish', 'other'] as const
export type Background = (typeof backgrounds)[number]

/** Matches at the same time, when nothing is said. */
export const CAPACITY = 1

export type Choices = { roles: readonly string[]; areas: readonly string[]; times: readonly string[] }
/** The parts of the week somebody can, by weekday, in order. */
export function week(chosen: readonly string[]): { weekday: number; parts: (typeof dayparts)[number][] }[] {
  return weekdays.flatMap((weekday) => {
    const parts = dayparts.filter((part) => chosen.includes(`${weekday}-${part}`))
    return parts.length > 0 ? [{ weekday, parts }] : []
  })
}
