import { useTranslations } from 'next-intl'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import { createPerson } from '@/lib/people/create/actions'
import type { NewPersonPage as PageData } from '@/lib/people/create/queries'
import { LANGUAGES } from '@/lib/people/record/schema'
import { RELATION_KINDS } from '@/lib/people/relations/schema'
import type { Day } from '@/lib/platform/day'
import type { FieldSpec } from './field-spec'
import { FieldsForm } from './fields-form'
import { LikelyList } from './likely-list'

type Props = PageData & { s: string; relativeOf: string; checking: boolean; today: Day }

/** Reached from a search, filled in with its words. Likely duplicates stand between the form and a second record. */
export function NewPersonPage({ query, draft, likely, s, relativeOf, checking, today }: Props) {
  const t = useTranslations('people')
  const cancel = { href: relativeOf ? `/people/${relativeOf}/edit/relation?s=${s}` : `/people?s=${s}`, label: t('form.cancel') }
  const roles = relativeOf && !checking ? ['RELATIVE'] : draft.roles
  const fields: FieldSpec[] = [
    { type: 'row', name: 'names', fields: [{ type: 'text', name: 'firstName', label: t('field.firstName'), value: draft.firstName }, { type: 'text', name: 'lastName', label: t('field.lastName'), value: draft.lastName }] },
    { type: 'date', name: 'birthDate', label: t('field.birthDate'), value: draft.birthDate, optional: true },
    { type: 'text', name: 'cpr', label: t('field.cpr'), help: t('field.cprHelp'), value: draft.cpr, width: 'short', optional: true, numeric: true },
    { type: 'text', name: 'phone', label: t('field.phone'), value: draft.phone, width: 'half', optional: true, input: 'tel' },
    { type: 'ticks', name: 'roles', label: t('field.roles'), options: (['VETERAN', 'RELATIVE'] as const).map((value) => ({ value, label: t(`role.${value}`) })), values: roles },
    ...(relativeOf ? [{ type: 'select', name: 'relation', label: t('field.relationKind'), options: RELATION_KINDS.map((value) => ({ value, label: t(`relation.${value}`) })), value: draft.relation, placeholder: '' } as const] : []),
    { type: 'select', name: 'language', label: t('field.language'), options: LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) })), value: draft.language },
    { type: 'date', name: 'registeredOn', label: t('field.registeredOn'), help: t('field.registeredOnHelp'), value: draft.registeredOn ?? today },
  ]
  return (
    <>
      <PageHeading title={t('create.title')} above={<BackLink href={`/people?s=${s}`}>{t('create.back')}</BackLink>} lead={relativeOf ? t('create.asRelative') : t('create.lead', { query })} />
      {likely.length > 0 && <LikelyList likely={likely} draft={draft} s={s} relativeOf={relativeOf} today={today} />}
      <FieldsForm action={createPerson} fields={fields} hidden={{ s, relativeOf }} submit={t('create.submit')} cancel={cancel} once={false} />
    </>
  )
}
