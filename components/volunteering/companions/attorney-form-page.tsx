import { useTranslations } from 'next-intl'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { PersonFrame, type PersonFrameProps } from '@/components/people/person-frame'
import { addDays, addYears } from '@/lib/platform/day'
import { recordAttorney } from '@/lib/volunteering/companions/attorney/actions'

/** A power of attorney on file: who, in what, from when to when, and how it is known. */
export function AttorneyFormPage(frame: PersonFrameProps) {
  const [t, all] = [useTranslations('companions.attorney'), useTranslations('volunteering')]
  const fields: FieldSpec[] = [
    { type: 'text', name: 'givenTo', label: t('givenTo') },
    { type: 'text', name: 'covers', label: t('covers'), help: t('coversHelp') },
    { type: 'row', name: 'period', fields: [{ type: 'date', name: 'from', label: t('from'), value: frame.today }, { type: 'date', name: 'to', label: t('to'), value: addDays(addYears(frame.today, 1), -1) }] },
    { type: 'area', name: 'evidence', label: t('evidence'), help: t('evidenceHelp'), max: 500 },
  ]
  return (
    <PersonFrame {...frame} tab="waiting">
      <h2>{t('add')}</h2>
      <p className="mb-4 mt-1 max-w-text text-muted">{t('lead')}</p>
      <FieldsForm action={recordAttorney} fields={fields} hidden={{ personId: frame.bar.id }} submit={t('save')} cancel={{ href: `/people/${frame.bar.id}/companions`, label: all('form.cancel') }} />
    </PersonFrame>
  )
}
