import { firstLetterDa, flagDayDa, yearlyLetterDa } from './default-templates/danish'
import { firstLetterEn, flagDayEn, yearlyLetterEn } from './default-templates/english'
import type { LetterTemplate } from './template'

/** The letters a new installation starts with. A municipality changes the words by saving a new version. */
export const DEFAULT_TEMPLATES: readonly LetterTemplate[] = [yearlyLetterDa, firstLetterDa, flagDayDa, yearlyLetterEn, firstLetterEn, flagDayEn]

/** The template in the wished language, else in Danish, which every installation has. */
export function templateFor(templates: readonly LetterTemplate[], id: string, language: string): LetterTemplate | undefined {
  const versions = templates.filter((template) => template.id === id).sort((a, b) => b.version - a.version)
  return versions.find((template) => template.language === language) ?? versions.find((template) => template.language === 'da')
}
