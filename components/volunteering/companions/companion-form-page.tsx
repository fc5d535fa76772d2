import { useLocale, useTranslations } from 'next-intl'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { PersonFrame, type PersonFrameProps } from '@/components/people/person-frame'
import { Alert } from '@/components/ui/alert'
import { LinkButton } from '@/components/ui/link-button'
import { formatDay } from '@/lib/platform/dates'
import { addDays, type Day } from '@/lib/platform/day'
import { requestCompanion } from '@/lib/volunteering/companions/actions'
import type { CompanionChoices } from '@/lib/volunteering/companions/queries'
import { companionRoles, kin, TRAVEL_MINUTES } from '@/lib/volunteering/companions/rules'
import { languages } from '@/lib/volunteering/volunteers/rules'

type Props = PersonFrameProps & { choices: CompanionChoices }

/** A companion to a meeting, asked for in under a minute: what is known already is filled in. */
export function CompanionFormPage({ choices, ...frame }: Props) {
  const [t, all] = [useTranslations('companions'), useTranslations('volunteering')]
  const fields = useFields(choices, frame.bar.language, frame.today)
  return (
    <PersonFrame {...frame} tab="waiting">
      <h2>{t('form.title')}</h2>
      <p className="mb-4 mt-1 max-w-text text-muted">{t('form.lead')}</p>
      {choices.told === null && <div className="mb-4"><Alert title={t('form.notTold')}><p>{t('form.notToldLead')}</p></Alert></div>}
      <FieldsForm action={requestCompanion} fields={fields} hidden={{ personId: frame.bar.id }} submit={t('form.submit')} cancel={{ href: `/people/${frame.bar.id}/companions`, label: all('form.cancel') }}>
        <p className="text-sm text-muted">{t('form.attorneyLead')} <LinkButton href={`/people/${frame.bar.id}/companions/attorney`} size="small" variant="quiet">{t('attorney.add')}</LinkButton></p>
      </FieldsForm>
    </PersonFrame>
  )
}

function useFields({ place, postcode, told, attorneys }: CompanionChoices, language: string, today: Day): FieldSpec[] {
  const [t, all, locale] = [useTranslations('companions'), useTranslations('volunteering'), useLocale()]
  const spoken = languages.map((value) => ({ value, label: all(`language.${value}`) }))
  const held = attorneys.filter(({ endedOn, toDay }) => endedOn === null && toDay >= today)
  return [
    { type: 'text', name: 'what', label: t('form.what'), help: t('form.whatHelp') },
    { type: 'row', name: 'where', fields: [{ type: 'text', name: 'place', label: t('form.place'), value: place }, { type: 'text', name: 'postcode', label: t('form.postcode'), width: 'short', numeric: true, value: postcode }] },
    { type: 'date', name: 'day', label: t('form.day'), value: null, near: addDays(today, 7) },
    { type: 'row', name: 'clock', fields: [{ type: 'time', name: 'starts', label: t('form.starts') }, { type: 'time', name: 'ends', label: t('form.ends'), help: t('form.endsHelp'), optional: true }] },
    { type: 'radio', name: 'companionRole', label: t('form.role'), help: t('form.roleHelp'), options: companionRoles.filter((role) => role !== 'representative' || held.length > 0).map((value) => ({ value, label: t(`role.${value}`), help: t(`roleAbout.${value}`) })) },
    ...(held.length > 0 ? [{ type: 'select' as const, name: 'attorneyId', label: t('form.attorney'), help: t('form.attorneyHelp'), optional: true, placeholder: t('form.choose'), options: held.map(({ id, givenTo, toDay }) => ({ value: id, label: t('attorney.until', { name: givenTo, day: formatDay(toDay, locale) }) })), value: held.length === 1 ? held[0]?.id : '' }] : []),
    ...(told && told.length > 0 ? [{ type: 'ticks' as const, name: 'mayKnow', label: t('form.mayKnow'), help: t('form.mayKnowHelp'), optional: true, options: told.map((value) => ({ value, label: t(`mayKnow.${value}`) })), values: [] }] : []),
    { type: 'row', name: 'tongues', fields: [{ type: 'select', name: 'personLanguage', label: t('form.personLanguage'), options: spoken, value: languages.find((code) => code === language) ?? 'da' }, { type: 'select', name: 'meetingLanguage', label: t('form.meetingLanguage'), options: spoken, value: 'da' }] },
    { type: 'text', name: 'meetingPoint', label: t('form.meetingPoint'), value: t('form.meetingPointUsual'), optional: true },
    { type: 'text', name: 'travel', label: t('form.travel'), help: t('form.travelHelp'), width: 'short', numeric: true, value: String(TRAVEL_MINUTES) },
    { type: 'row', name: 'own', fields: [{ type: 'select', name: 'whose', label: t('form.whose'), help: t('form.whoseHelp'), optional: true, placeholder: t('form.nobody'), options: kin.map((value) => ({ value, label: t(`kin.${value}`) })), value: '' }, { type: 'text', name: 'kinName', label: t('form.kinName'), optional: true }] },
  ]
}
