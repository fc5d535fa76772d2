/** How well a language is spoken: as of volunteers. */
export const levels = ['some', 'good', 'native'] as const
export type Level = (typeof levels)[number]
/** Those of the register of people, by their two letters. */
export const languages = ['da', 'en', 'de', 'ar', 'fa', 'uk', 'so', 'ti', 'tr', 'pl', 'bs'] as const
export type Language = (typeof languages)[number]
/** What somebody speaks, and how well. */
export type Spoken = Readonly<Partial<Record<Language, Level>>>

/** As it is kept: 'ar-good'. What is no language or no level is left out. */
export function spokenOf(kept: readonly string[]): Spoken {
  return Object.fromEntries(kept.flatMap((one) => {
    const [language, level] = one.split('-')
    const [known, how] = [languages.find((code) => code === language), levels.find((of) => of === level)]
    return known && how ? [[known, how]] : []
  }))
}
export const keptAs = (spoken: Spoken): string[] => languages.flatMap((language) => (spoken[language] ? [`${language}-${spoken[language]}`] : []))
