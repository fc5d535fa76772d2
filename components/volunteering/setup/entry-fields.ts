import type { useTranslations } from 'next-intl'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import { nameOf } from '@/lib/platform/i18n/named'
import type { Entry, Setup } from '@/lib/volunteering/setup/queries'
import { lastPlace, type SetupList } from '@/lib/volunteering/setup/rules'
import { SENTENCE_MOST } from '@/lib/volunteering/setup/schema'
import { offered } from '../volunteer-fields'

type Texts = ReturnType<typeof useTranslations<'volunteerSetup'>>

/** Names and place of every one; between them what its list asks besides. */
export function entryFields(t: Texts, locale: string, list: SetupList, entry: Entry | null, setup: Setup): FieldSpec[] {
  return [
    { type: 'row', name: 'names', fields: [{ type: 'text', name: 'nameDa', label: t('nameDa'), value: entry?.nameDa }, { type: 'text', name: 'nameEn', label: t('nameEn'), value: entry?.nameEn }] },
    ...ownFields(t, locale, list, entry, setup),
    { type: 'text', name: 'position', label: t('position'), help: t('positionHelp'), width: 'tiny', numeric: true, value: String(entry?.position ?? lastPlace(setup[list])) },
  ]
}

const sentences = (t: Texts, key: 'description' | 'about', [da, en]: readonly [string?, string?]): FieldSpec[] => [
  { type: 'area', name: `${key}Da`, label: t(`${key}Da`), help: t(`${key}Help`), max: SENTENCE_MOST, value: da }, { type: 'area', name: `${key}En`, label: t(`${key}En`), max: SENTENCE_MOST, value: en },
]

function ownFields(t: Texts, locale: string, list: SetupList, entry: Entry | null, { papers }: Setup): FieldSpec[] {
  switch (list) {
    case 'roles': {
      const role = entry?.list === 'roles' ? entry : null
      const options = offered(papers, role?.papers).filter(({ everybody }) => !everybody).map((one) => ({ value: one.code, label: one.retired ? t('outOfUse', { name: nameOf(one, locale) }) : nameOf(one, locale) }))
      // What everybody gives is asked for in any case; ticked here it would look as if the role could let it go.
      const kept = (role?.papers ?? []).filter((code) => options.some(({ value }) => value === code))
      return [
        ...sentences(t, 'description', [role?.descriptionDa, role?.descriptionEn]),
        ...(options.length > 0 ? [{ type: 'ticks' as const, name: 'papers', label: t('papers'), help: t('papersHelp'), optional: true, options, values: kept }] : []),
        { type: 'tick', name: 'course', label: t('course'), help: t('courseHelp'), checked: role?.course ?? false },
      ]
    }
    case 'papers': {
      const paper = entry?.list === 'papers' ? entry : null
      return [
        { type: 'text', name: 'months', label: t('months'), help: t('monthsHelp'), width: 'tiny', numeric: true, optional: true, value: paper?.months?.toString() },
        { type: 'tick', name: 'everybody', label: t('everybody'), help: t('everybodyHelp'), checked: paper?.everybody ?? false },
      ]
    }
    case 'areas': return [{ type: 'text', name: 'postcodes', label: t('postcodes'), help: t('postcodesHelp'), optional: true, value: entry?.list === 'areas' ? entry.postcodes.join(', ') : undefined }]
    case 'groups': {
      const kind = entry?.list === 'groups' ? entry : null
      return [...sentences(t, 'about', [kind?.aboutDa, kind?.aboutEn]), { type: 'tick', name: 'citizens', label: t('citizens'), help: t('citizensHelp'), checked: kind?.citizens ?? true }]
    }
  }
}
