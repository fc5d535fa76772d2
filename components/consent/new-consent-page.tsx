import { useLocale, useTranslations } from 'next-intl'
import { PersonFrame, type PersonFrameProps } from '@/components/people/person-frame'
import type { Recipients } from '@/lib/consent/register/queries'
import { fieldSets, purposes, usualEnd, ways } from '@/lib/consent/register/rules'
import type { ConsentPreset } from '@/lib/consent/register/schema'
import { nameOf } from '@/lib/platform/i18n/named'
import { ConsentForm } from './consent-form'

/** Asked together with the person: to whom, what, for what, until when. The sentence they heard is made from the answers. */
export function NewConsentPage({ recipients, preset, protectedAddress, ...frame }: PersonFrameProps & { recipients: Recipients; preset: ConsentPreset; protectedAddress: boolean }) {
  const [t, locale] = [useTranslations('consent'), useLocale()]
  const choices = (keys: readonly string[], texts: string) => keys.map((value) => ({ value, label: t(`${texts}.${value}`) }))
  const groups = [
    { label: t('form.units'), options: recipients.units.map((unit) => ({ value: `unit:${unit.id}`, label: nameOf(unit, locale) })) },
    { label: t('form.partners'), options: recipients.partners.map((partner) => ({ value: `partner:${partner.id}`, label: partner.name })) },
    { label: t('form.others'), options: [{ value: 'other', label: t('form.other') }] },
  ]
  const texts = Object.fromEntries(['recipient', 'recipientHelp', 'choose', 'recipientName', 'recipientNameHelp', 'purpose', 'fields', 'fieldsHelp', 'givenOn', 'expiresOn', 'expiresOnHelp', 'how', 'evidence', 'evidenceHelp', 'heardIn', 'submit'].map((key) => [key, t(`form.${key}`)]))
  return (
    <PersonFrame {...frame} tab="consents">
      <h2>{t('form.title')}</h2>
      <p className="mb-4 mt-1 max-w-text text-muted">{t('form.lead')}</p>
      <ConsentForm personId={frame.bar.id} preset={preset} groups={groups} purposes={choices(purposes, 'purpose')} ways={choices(ways, 'how')} today={frame.today} end={usualEnd(frame.today)} texts={texts}
        fields={choices(fieldSets, 'field').map((one) => (one.value === 'address' && protectedAddress ? { ...one, disabled: true, help: t('form.protected') } : one))}
        languages={[{ value: 'da', label: t('form.danish') }, { value: 'en', label: t('form.english') }]} />
    </PersonFrame>
  )
}
