import type { useTranslations } from 'next-intl'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import { type AssociationKind, associationKinds } from '@/lib/associations/register/rules'
import { nameOf } from '@/lib/platform/i18n/named'

type Area = { code: string; nameDa: string; nameEn: string; retired?: boolean }
type Facts = { name: string; kind: AssociationKind; about: string | null; offers: string | null; areas: string[]; website: string | null }

/** The public facts of an association, asked alike of whoever leads volunteers and of the association itself. */
export function associationFields(t: ReturnType<typeof useTranslations<'associations'>>, locale: string, all: Area[], a: Facts | null): FieldSpec[] {
  const areas = all.filter(({ code, retired }) => !retired || a?.areas.includes(code))
  return [
    { type: 'text', name: 'name', label: t('name'), value: a?.name },
    { type: 'radio', name: 'kind', label: t('kindOf'), options: associationKinds.map((value) => ({ value, label: t(`kind.${value}`) })), value: a?.kind },
    { type: 'area', name: 'about', label: t('does'), max: 1000, optional: true, value: a?.about ?? undefined },
    { type: 'area', name: 'offers', label: t('offers'), help: t('form.offersHelp'), max: 2000, optional: true, value: a?.offers ?? undefined },
    ...(areas.length > 0 ? [{ type: 'ticks' as const, name: 'areas', label: t('areas'), optional: true, options: areas.map((one) => ({ value: one.code, label: nameOf(one, locale) })), values: a?.areas ?? [] }] : []),
    { type: 'text', name: 'website', label: t('website'), help: t('form.websiteHelp'), optional: true, value: a?.website ?? undefined },
  ]
}
