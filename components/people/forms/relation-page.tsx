import { useLocale, useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'
import { nameInOrder } from '@/lib/people/names/rules'
import { addRelation, searchRelative } from '@/lib/people/relations/actions'
import { RELATION_KINDS } from '@/lib/people/relations/schema'
import type { SearchResult } from '@/lib/people/search/queries'
import { formatDay } from '@/lib/platform/dates'
import { type PersonFrameProps, tabHref } from '../person-frame'
import { PeopleSearchForm } from '../search/search-form'
import type { FieldSpec } from './field-spec'
import { FieldsForm } from './fields-form'
import { FormFrame } from './section-page'

type Props = PersonFrameProps & { s?: string; result: SearchResult | null; mayCreate: boolean }

/** Search, choose who it is and how they are related; or register the relative as new, with the words already typed. */
export function RelationPage({ s, result, mayCreate, ...frame }: Props) {
  const t = useTranslations('people')
  const locale = useLocale()
  const found = result?.rows.slice(0, 12) ?? []
  const people: FieldSpec = { type: 'radio', name: 'relatedId', label: t('form.relationFound'), options: found.map((row) => ({ value: row.id, label: nameInOrder({ given: row.firstName, family: row.lastName }), help: [row.birthDate && formatDay(row.birthDate, locale, 'short'), row.roles.map((role) => t(`role.${role}`)).join(', '), row.town].filter(Boolean).join(' · ') })) }
  const kind: FieldSpec = { type: 'select', name: 'kind', label: t('field.relationKind'), options: RELATION_KINDS.map((value) => ({ value, label: t(`relation.${value}`) })), placeholder: '' }
  const home: FieldSpec = { type: 'tick', name: 'livesTogether', label: t('field.livesTogether'), help: t('field.livesTogetherHelp'), checked: false }
  return (
    <FormFrame title={t('form.relation')} lead={t('form.relationLead')} {...frame}>
      <PeopleSearchForm action={searchRelative} query={result?.query} hidden={{ personId: frame.bar.id }} texts={{ label: t('search.label'), help: t('search.help'), submit: t('search.submit') }} />
      {result && (
        <div className="mt-4 space-y-4">
          <p role="status" className="font-semibold">{t('search.found', { count: result.rows.length })}</p>
          {result.total > 12 && <p className="text-muted">{t('search.many')}</p>}
          {found.length > 0 && <FieldsForm action={addRelation} fields={[people, kind, home]} hidden={{ personId: frame.bar.id }} submit={t('form.relationSave')} cancel={{ href: tabHref(frame.bar.id, 'data'), label: t('form.cancel') }} />}
          {mayCreate && <LinkButton href={`/people/new?s=${s}&relativeOf=${frame.bar.id}`} icon="plus">{t('form.relationNew')}</LinkButton>}
        </div>
      )}
    </FormFrame>
  )
}
