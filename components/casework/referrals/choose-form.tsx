import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { LinkButton } from '@/components/ui/link-button'
import { Select } from '@/components/ui/select'
import type { Receivers } from '@/lib/casework/referrals/queries'
import { shownSets } from '@/lib/casework/referrals/rules'
import { nameOf } from '@/lib/platform/i18n/named'

/** First to whom, and what they would see: the next step shows it in full before anything is sent. */
export function ChooseForm({ personId, receivers: { units, offers, associations }, to, show, protectedAddress }: { personId: string; receivers: Receivers; to: string; show: string[]; protectedAddress: boolean }) {
  const [t, consents, locale] = [useTranslations('referrals.form'), useTranslations('consent'), useLocale()]
  const title = (one: Receivers['offers'][number]) => (locale === 'da' ? one.titleDa : one.titleEn)
  const groups = [
    { label: t('units'), options: units.map((one) => ({ value: `unit:${one.id}`, label: nameOf(one, locale) })) },
    { label: t('offers'), options: offers.map((one) => ({ value: `offer:${one.id}`, label: one.partner ? `${title(one)} (${one.partner})` : title(one) })) },
    { label: t('associations'), options: associations.map((one) => ({ value: `association:${one.id}`, label: one.name })) },
  ].filter(({ options }) => options.length > 0)
  return (
    <form method="get" action={`/people/${personId}/referrals/new`} className="max-w-2xl space-y-4">
      <Select name="to" label={t('to')} help={t('toHelp')} placeholder={t('choose')} options={groups} defaultValue={to} state={null} required />
      <CheckboxGroup name="show" label={consents('form.fields')} help={t('showHelp')} defaultValue={show} state={null}
        options={shownSets.map((value) => ({ value, label: consents(`field.${value}`), ...(value === 'address' && protectedAddress && { disabled: true, help: consents('form.protected') }) }))} />
      <div className="form-actions"><Button type="submit">{t('next')}</Button><LinkButton href={`/people/${personId}/referrals`} variant="quiet">{t('cancel')}</LinkButton></div>
    </form>
  )
}
