import type { PaletteItem } from '@/components/ui/palette-items'
import { nameInOrder } from '@/lib/people/names/rules'
import type { FoundPerson } from '@/lib/people/search/sql'
import { formatDay } from '@/lib/platform/dates'

/** One person as a line of the palette. A protected person has no town there, as anywhere. */
export function paletteItem(person: FoundPerson, t: (key: string) => string, locale: string): PaletteItem {
  const hint = [person.roles.map((role) => t(`role.${role}`)).join(', '), person.birthDate && formatDay(person.birthDate, locale, 'short'), person.town, person.protection !== 'P0' && t(`protection.${person.protection}`)]
  return { label: nameInOrder({ given: person.firstName, family: person.lastName }), href: `/people/${person.id}`, hint: hint.filter(Boolean).join(' · ') }
}
