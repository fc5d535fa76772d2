import { useLocale, useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { Explain } from '@/components/ui/explain'
import type { PublicMunicipality } from '@/lib/portal/municipality'
import { sayInterest } from '@/lib/volunteering/interest/actions'
import type { InterestPage } from '@/lib/volunteering/interest/interest-page'
import { volunteerFields } from './volunteer-fields'

/** The public form for somebody who wants to help. Everything but the name and one way to answer is optional. */
export function InterestView({ page, municipality }: { page: InterestPage; municipality: PublicMunicipality | null }) {
  const [t, locale] = [useTranslations('volunteering'), useLocale()]
  return (
    <>
      <header className="mb-8 max-w-text">
        <h1>{t('interest.title')}</h1>
        <p className="mt-3 text-lg">{t('interest.lead')}</p>
        <p className="mt-2"><a href="/foreninger/meld-jer">{t('interest.association')}</a></p>
      </header>
      <Explain summary={t('interest.next')}><ol className="list-decimal space-y-1 ps-5">{(['talk', 'papers', 'course', 'start'] as const).map((step) => <li key={step}>{t(`interest.nextSteps.${step}`)}</li>)}</ol></Explain>
      <div className="mt-6">
        <FieldsForm action={sayInterest} hidden={{}} submit={t('interest.submit')}
          fields={[...volunteerFields(t, locale, page, null, 'you'), { type: 'tick', name: 'agreed', label: t('interest.agreed'), help: t('interest.agreedHelp', { name: municipality?.name ?? '' }), checked: false }]} />
      </div>
    </>
  )
}
