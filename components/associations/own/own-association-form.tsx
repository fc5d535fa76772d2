import { useLocale, useTranslations } from 'next-intl'
import { associationFields } from '@/components/associations/association-fields'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import { addOwnContact, changeOwnAssociation } from '@/lib/associations/own/actions'
import type { OwnFacts } from '@/lib/associations/own/queries'

type Area = { code: string; nameDa: string; nameEn: string }
const back = '/min-forening'

/** What an association says about itself. Its name and kind are put right by the municipality. */
export function OwnFactsForm({ facts, allAreas }: { facts: OwnFacts; allAreas: Area[] }) {
  const [t, terms, locale] = [useTranslations('ownAssociation'), useTranslations('associations'), useLocale()]
  const fields = associationFields(terms, locale, allAreas, facts).filter(({ name }) => name !== 'name' && name !== 'kind')
  return (
    <>
      <PageHeading above={<BackLink href={back}>{t('back')}</BackLink>} title={t('editTitle')} lead={t('editLead')} />
      <div className="card p-(--card-pad)"><FieldsForm action={changeOwnAssociation} fields={fields} hidden={{ version: String(facts.version) }} submit={terms('save')} cancel={{ href: back, label: terms('cancel') }} /></div>
    </>
  )
}

/** Somebody more who speaks for the association. */
export function OwnContactForm() {
  const [t, terms] = [useTranslations('ownAssociation'), useTranslations('associations')]
  return (
    <>
      <PageHeading above={<BackLink href={back}>{t('back')}</BackLink>} title={t('contactTitle')} lead={t('contactLead')} />
      <div className="card p-(--card-pad)"><FieldsForm action={addOwnContact} hidden={{}} submit={terms('save')} cancel={{ href: back, label: terms('cancel') }} fields={[
        { type: 'text', name: 'name', label: terms('form.person') }, { type: 'text', name: 'title', label: terms('form.title'), optional: true },
        { type: 'row', name: 'reach', fields: [{ type: 'text', name: 'email', input: 'email', label: terms('form.email'), optional: true }, { type: 'text', name: 'phone', input: 'tel', label: terms('form.phone'), optional: true }] },
      ]} /></div>
    </>
  )
}
