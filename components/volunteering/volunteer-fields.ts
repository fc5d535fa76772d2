import type { useTranslations } from 'next-intl'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import { nameOf } from '@/lib/platform/i18n/named'
import { backgrounds, CAPACITY, dayparts, experiences, languages, levels, weekdays } from '@/lib/volunteering/volunteers/rules'
import type { Volunteer } from '@/lib/volunteering/volunteers/queries'

type Named = { code: string; nameDa: string; nameEn: string; retired?: boolean; descriptionDa?: string; descriptionEn?: string }
export type Offered = { roles: Named[]; areas: Named[] }
type Texts = ReturnType<typeof useTranslations<'volunteering'>>
/** What can be chosen today, and what somebody has already. */
export const offered = <T extends Named>(all: readonly T[], had: readonly string[] = []): T[] => all.filter(({ code, retired }) => !retired || had.includes(code))

/** What everybody is asked, by the public form and by the lead's: who, what, where and when. `asked`: themselves, or somebody about them. */
export function volunteerFields(t: Texts, locale: string, lists: Offered, v: Volunteer | null, asked: 'you' | 'they'): FieldSpec[] {
  const [roles, areas] = [offered(lists.roles, v?.roles), offered(lists.areas, v?.areas)]
  const level = (code: string): FieldSpec => ({ type: 'select', name: `level.${code}`, label: t('form.level'), options: levels.map((value) => ({ value, label: t(`level.${value}`) })), value: v?.languages.find(({ language }) => language === code)?.level ?? 'good' })
  return [
    { type: 'row', name: 'names', fields: [{ type: 'text', name: 'firstName', label: t('form.firstName'), value: v?.firstName }, { type: 'text', name: 'lastName', label: t('form.lastName'), value: v?.lastName }] },
    { type: 'row', name: 'reach', fields: [{ type: 'text', name: 'email', input: 'email', label: t('form.email'), help: t('form.reachHelp'), value: v?.email ?? undefined }, { type: 'text', name: 'phone', input: 'tel', label: t('form.phone'), help: t('form.phoneHelp'), value: v?.phone ?? undefined }] },
    { type: 'text', name: 'birthYear', label: t('form.birthYear'), help: t(`ask.${asked}.birthYearHelp`), width: 'short', numeric: true, optional: true, value: v?.birthYear?.toString() },
    { type: 'tick', name: 'addressProtected', label: t('form.addressProtected'), help: t(`ask.${asked}.addressProtectedHelp`), checked: v?.addressProtected ?? false },
    { type: 'text', name: 'postcode', label: t('form.postcode'), help: t(`ask.${asked}.postcodeHelp`), width: 'short', numeric: true, optional: true, value: v?.postcode ?? undefined },
    { type: 'ticks', name: 'roles', label: t(`ask.${asked}.roles`), help: t(`ask.${asked}.rolesHelp`), optional: true, options: roles.map((one) => ({ value: one.code, label: nameOf(one, locale), help: locale === 'da' ? one.descriptionDa : one.descriptionEn })), values: v?.roles ?? [] },
    ...(areas.length > 0 ? [{ type: 'ticks' as const, name: 'areas', label: t(`ask.${asked}.areas`), optional: true, options: areas.map((one) => ({ value: one.code, label: nameOf(one, locale) })), values: v?.areas ?? [] }] : []),
    { type: 'grid', name: 'times', label: t(`ask.${asked}.times`), help: t(`ask.${asked}.timesHelp`), optional: true, rows: weekdays.map((day) => ({ value: String(day), label: t(`weekday.${day}`) })), columns: dayparts.map((part) => ({ value: part, label: t(`daypart.${part}`) })), values: v?.times ?? [] },
    { type: 'ticks', name: 'languages', label: t(`ask.${asked}.languages`), help: t(`ask.${asked}.languagesHelp`), optional: true, options: languages.map((value) => ({ value, label: t(`language.${value}`) })), values: v?.languages.map(({ language }) => language) ?? ['da'], more: Object.fromEntries(languages.map((code) => [code, level(code)])) },
    { type: 'area', name: 'skills', label: t(`ask.${asked}.skills`), help: t(`ask.${asked}.skillsHelp`), max: 2000, optional: true, value: v?.skills ?? undefined },
    { type: 'radio', name: 'background', label: t('form.background'), help: t(`ask.${asked}.backgroundHelp`), optional: true, options: (['', ...backgrounds] as const).map((value) => ({ value, label: t(`background.${value || 'none'}`) })), value: v?.background ?? '' },
  ]
}

/** What is agreed at the talk, and written by the lead alone. */
export function leadFields(t: Texts, { associations }: { associations: { id: string; name: string }[] }, v: Volunteer | null): FieldSpec[] {
  return [
    ...(associations.length > 0 ? [{ type: 'select' as const, name: 'associationId', label: t('form.association'), help: t('form.associationHelp'), options: associations.map(({ id, name }) => ({ value: id, label: name })), placeholder: t('form.noAssociation'), optional: true, value: v?.association?.id ?? '' }] : []),
    { type: 'row', name: 'limits-row', fields: [{ type: 'text', name: 'capacity', label: t('form.capacity'), help: t('form.capacityHelp'), width: 'short', numeric: true, value: String(v?.capacity ?? CAPACITY) }, { type: 'text', name: 'monthlyLimit', label: t('form.monthlyLimit'), help: t('form.monthlyLimitHelp'), width: 'short', numeric: true, optional: true, value: v?.monthlyLimit?.toString() }] },
    { type: 'area', name: 'limits', label: t('form.limits'), help: t('form.limitsHelp'), max: 1000, optional: true, value: v?.limits ?? undefined },
    { type: 'ticks', name: 'experience', label: t('form.experience'), help: t('form.experienceHelp'), optional: true, options: experiences.map((value) => ({ value, label: t(`experience.${value}`) })), values: v?.experience ?? [] },
    { type: 'radio', name: 'language', label: t('form.language'), options: (['da', 'en'] as const).map((value) => ({ value, label: t(`language.${value}`) })), value: v?.language ?? 'da' },
  ]
}
