import { useLocale, useTranslations } from 'next-intl'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import { noteAssociation } from '@/lib/associations/notes/actions'
import { noteKinds } from '@/lib/associations/notes/rules'
import { addAssociation, addAssociationContact, addPartnership, changeAssociation } from '@/lib/associations/register/actions'
import type { OpenAssociation } from '@/lib/associations/register/queries'
import type { Day } from '@/lib/platform/day'
import { associationFields } from './association-fields'

export type AssociationChange = 'edit' | 'contact' | 'partnership' | 'note'
type Props = { change: AssociationChange | 'new'; found: OpenAssociation | null; areas: OpenAssociation['areas']; today: Day }

/** One form about an association: itself, somebody who speaks for it, or an agreement for a period. */
export function AssociationFormPage({ change, found, areas, today }: Props) {
  const [t, locale] = [useTranslations('associations'), useLocale()]
  const a = found?.association
  const back = a ? `/associations/${a.id}` : '/associations'
  const words = (name: 'responsibilities' | 'contributions' | 'goals' | 'insurance' | 'dataTerms', max: number, optional?: true): FieldSpec => ({ type: 'area', name, label: t(`form.${name}`), help: t(`form.${name}Help`), max, optional })
  const facts = associationFields(t, locale, areas, a ?? null)
  const forms = {
    new: { action: addAssociation, fields: facts },
    edit: { action: changeAssociation, fields: facts },
    contact: { action: addAssociationContact, fields: [
      { type: 'text', name: 'name', label: t('form.person') }, { type: 'text', name: 'title', label: t('form.title'), optional: true },
      { type: 'row', name: 'reach', fields: [{ type: 'text', name: 'email', input: 'email', label: t('form.email'), optional: true }, { type: 'text', name: 'phone', input: 'tel', label: t('form.phone'), optional: true }] },
    ] satisfies FieldSpec[] },
    note: { action: noteAssociation, fields: [
      { type: 'radio', name: 'about', label: t('note.kind'), options: noteKinds.map((value) => ({ value, label: t(`note.about.${value}`), help: t(`note.help.${value}`) })) }, { type: 'date', name: 'on', label: t('note.on'), value: today }, { type: 'area', name: 'words', label: t('note.words'), help: t('note.wordsHelp'), max: 1000 },
    ] satisfies FieldSpec[] },
    partnership: { action: addPartnership, fields: [
      { type: 'row', name: 'period', fields: [{ type: 'date', name: 'from', label: t('form.from'), value: null }, { type: 'date', name: 'to', label: t('form.to'), value: null }] },
      { type: 'date', name: 'review', label: t('form.review'), help: t('form.reviewHelp'), value: null, optional: true },
      words('responsibilities', 2000), words('contributions', 2000, true), words('goals', 2000, true), { type: 'text', name: 'places', label: t('form.places'), help: t('form.placesHelp'), width: 'short', numeric: true, optional: true }, words('insurance', 500, true), words('dataTerms', 1000, true),
    ] satisfies FieldSpec[] },
  }
  const hidden: Record<string, string> = a ? { associationId: a.id, ...(change === 'edit' && { version: String(a.version) }), ...(change === 'partnership' && { number: String(found.agreements[0]?.number ?? 0) }) } : {}
  return (
    <>
      <PageHeading above={<BackLink href={back}>{t(a ? 'backToOne' : 'back')}</BackLink>} title={a ? `${t(`formTitle.${change}`)}: ${a.name}` : t('formTitle.new')} lead={t(`formLead.${change}`)} />
      <div className="card max-w-3xl p-(--card-pad)"><FieldsForm action={forms[change].action} fields={forms[change].fields} hidden={hidden} submit={t('save')} cancel={{ href: back, label: t('cancel') }} /></div>
    </>
  )
}
