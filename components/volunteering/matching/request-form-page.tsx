import { useLocale, useTranslations } from 'next-intl'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { PersonFrame, type PersonFrameProps } from '@/components/people/person-frame'
import { Alert } from '@/components/ui/alert'
import { nameOf } from '@/lib/platform/i18n/named'
import { requestVolunteer } from '@/lib/volunteering/requests/actions'
import type { Choices, Wish } from '@/lib/volunteering/requests/queries'
import { dayparts, experiences, languages, levels, weekdays } from '@/lib/volunteering/volunteers/rules'

/** What somebody waits for. What nobody knows is left open: it is told as unknown and counts against nobody. */
export function RequestFormPage({ lists: { roles, areas, wish }, ...frame }: PersonFrameProps & { lists: Choices & { wish: Wish | null } }) {
  const [t, all, locale] = [useTranslations('matching'), useTranslations('volunteering'), useLocale()]
  const spoken = languages.filter((code) => code === frame.bar.language)
  const level = (code: string): FieldSpec => ({ type: 'select', name: `level.${code}`, label: all('form.level'), options: levels.map((value) => ({ value, label: all(`level.${value}`) })), value: code === frame.bar.language ? 'native' : 'good' })
  const age = (name: 'ageFrom' | 'ageTo'): FieldSpec => ({ type: 'text', name, label: t(`form.${name}`), width: 'short', numeric: true, optional: true })
  const fields: FieldSpec[] = [
    { type: 'select', name: 'role', label: t('form.role'), placeholder: t('form.choose'), options: roles.filter(({ code }) => !wish || wish.roles.includes(code)).map((one) => ({ value: one.code, label: nameOf(one, locale) })) },
    { type: 'date', name: 'since', label: t('form.since'), help: t('form.sinceHelp'), value: frame.today },
    { type: 'grid', name: 'times', label: t('form.times'), help: t('form.timesHelp'), optional: true, rows: weekdays.map((day) => ({ value: String(day), label: all(`weekday.${day}`) })), columns: dayparts.map((part) => ({ value: part, label: all(`daypart.${part}`) })), values: [] },
    ...(areas.length > 0 ? [{ type: 'ticks' as const, name: 'areas', label: t('form.areas'), optional: true, options: areas.map((one) => ({ value: one.code, label: nameOf(one, locale) })), values: [] }] : []),
    { type: 'ticks', name: 'languages', label: t('form.languages'), help: t('form.languagesHelp'), optional: true, options: languages.map((value) => ({ value, label: all(`language.${value}`) })), values: spoken, more: Object.fromEntries(languages.map((code) => [code, level(code)])) },
    { type: 'ticks', name: 'challenges', label: t('form.challenges'), help: t('form.challengesHelp'), optional: true, options: experiences.map((value) => ({ value, label: all(`experience.${value}`) })), values: [] },
    { type: 'row', name: 'ages', fields: [age('ageFrom'), age('ageTo')] },
    { type: 'area', name: 'words', label: t('form.words'), help: t('form.wordsHelp'), max: 1000, optional: true },
  ]
  return (
    <PersonFrame {...frame} tab="waiting">
      <h2>{t('form.title')}</h2>
      <p className="mb-4 mt-1 max-w-text text-muted">{t('form.lead')}</p>
      {wish && <div className="mb-4"><Alert tone="info" title={t('form.wish', { name: wish.firstName })}><p>{t('form.wishLead')}</p></Alert></div>}
      <FieldsForm action={requestVolunteer} fields={fields} hidden={{ personId: frame.bar.id, ...(wish && { wish: wish.id }) }} submit={t('form.submit')} cancel={{ href: `/people/${frame.bar.id}/waiting`, label: all('form.cancel') }} />
    </PersonFrame>
  )
}
