import { useLocale, useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { Explain } from '@/components/ui/explain'
import { signUpAssociation } from '@/lib/associations/signup/actions'
import type { SignupPage } from '@/lib/associations/signup/signup-page'
import type { PublicMunicipality } from '@/lib/portal/municipality'
import { associationFields } from './association-fields'

/** The public form for an association that wants to work together with the municipality. */
export function SignupView({ page, municipality }: { page: SignupPage; municipality: PublicMunicipality | null }) {
  const [t, locale] = [useTranslations('associations'), useLocale()]
  return (
    <>
      <header className="mb-8 max-w-text">
        <h1>{t('signup.title')}</h1>
        <p className="mt-3 text-lg">{t('signup.lead')}</p>
      </header>
      <Explain summary={t('signup.next')}><ol className="list-decimal space-y-1 ps-5">{(['look', 'talk', 'agree'] as const).map((step) => <li key={step}>{t(`signup.nextSteps.${step}`)}</li>)}</ol></Explain>
      <div className="mt-6">
        <FieldsForm action={signUpAssociation} hidden={{}} submit={t('signup.submit')} fields={[
          ...associationFields(t, locale, page.areas, null),
          { type: 'area', name: 'wish', label: t('signup.wish'), help: t('signup.wishHelp'), max: 2000, optional: true },
          { type: 'row', name: 'who', fields: [{ type: 'text', name: 'person', label: t('signup.person'), help: t('signup.personHelp') }, { type: 'text', name: 'title', label: t('form.title'), help: t('signup.titleHelp'), optional: true }] },
          { type: 'row', name: 'reach', fields: [{ type: 'text', name: 'email', input: 'email', label: t('form.email'), help: t('signup.reachHelp') }, { type: 'text', name: 'phone', input: 'tel', label: t('form.phone') }] },
          { type: 'tick', name: 'agreed', label: t('signup.agreed'), help: t('signup.agreedHelp', { name: municipality?.name ?? '' }), checked: false },
        ]} />
      </div>
    </>
  )
}
