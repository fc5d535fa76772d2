import type { useTranslations } from 'next-intl'
import { nameOf } from '@/lib/platform/i18n/named'
import type { Entry, Setup } from '@/lib/volunteering/setup/queries'

/** Meetings with a companion ask for this one by its code (lib/volunteering/companions). */
const COMPANION = 'companion'
type Texts = ReturnType<typeof useTranslations<'volunteerSetup'>>

/** What there is to say of one, besides its name: what it is, and what it asks for. */
export function linesOf(t: Texts, locale: string, entry: Entry, { papers }: Setup): string[] {
  switch (entry.list) {
    case 'roles': {
      const asked = [...papers.filter(({ code, everybody, retired }) => !retired && (everybody || entry.papers.includes(code))).map((one) => nameOf(one, locale)), ...(entry.course ? [t('courseWord')] : [])]
      return [locale === 'da' ? entry.descriptionDa : entry.descriptionEn, asked.length > 0 ? t('asks', { what: asked.join(', ') }) : t('asksNothing'), ...(entry.code === COMPANION ? [t('companionRole')] : [])]
    }
    case 'papers': return [entry.months === null ? t('holdsAlways') : t('holdsMonths', { count: entry.months }), t(entry.everybody ? 'ofEverybody' : 'ofSome')]
    case 'areas': return [entry.postcodes.length > 0 ? t('postcodeLine', { count: entry.postcodes.length, what: entry.postcodes.join(', ') }) : t('noPostcodes')]
    case 'groups': return [locale === 'da' ? entry.aboutDa : entry.aboutEn, t(entry.citizens ? 'forCitizens' : 'forVolunteers')]
  }
}

/** How many have it, in one sentence. */
export function usesOf(t: Texts, { uses }: Entry): string {
  if (uses.length === 0) return t('unused')
  return t('uses', { what: uses.map(({ use, many }) => (many === null ? t(`few.${use}`) : t(`use.${use}`, { count: many }))).join(', ') })
}
