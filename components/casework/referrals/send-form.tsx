import { useLocale, useTranslations } from 'next-intl'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import { FieldsForm } from '@/components/people/forms/fields-form'
import type { PersonFrameProps } from '@/components/people/person-frame'
import { Alert } from '@/components/ui/alert'
import { refer } from '@/lib/casework/referrals/actions'
import type { Chosen } from '@/lib/casework/referrals/queries'
import { ANSWER_DAYS } from '@/lib/casework/referrals/rules'
import { ways } from '@/lib/consent/register/rules'
import { formatDay } from '@/lib/platform/dates'
import { addDays } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'

/** What the receiver will see, word for word what the person says yes to, and the rest of the referral. */
export function SendForm({ frame: { bar, today }, chosen: { target, to, consent, wording }, show, shielded }: { frame: PersonFrameProps; chosen: Chosen; show: string[]; shielded: boolean }) {
  const [t, consents, locale] = [useTranslations('referrals.form'), useTranslations('consent'), useLocale()]
  const name = nameOf(to, locale)
  const seen = [consents('field.name'), ...(consent?.fields ?? show).map((field) => consents(`field.${field as 'contact'}`))]
  const fields: FieldSpec[] = [
    ...(consent ? [] : [
      { type: 'radio' as const, name: 'how', label: consents('form.how'), options: ways.map((value) => ({ value, label: consents(`how.${value}`) })) },
      { type: 'text' as const, name: 'evidence', label: consents('form.evidence'), help: consents('form.evidenceHelp') },
    ]),
    { type: 'area', name: 'why', label: t('why'), help: t(target.kind === 'unit' ? 'whyHelp' : 'whyHelpTold'), max: 1000 },
    { type: 'date', name: 'answerBy', label: t('answerBy'), help: t('answerByHelp'), value: addDays(today, ANSWER_DAYS) },
    { type: 'date', name: 'wishedBy', label: t('wishedBy'), value: null, optional: true },
    { type: 'text', name: 'nextStep', label: t('nextStep'), help: t('nextStepHelp'), optional: true },
    { type: 'date', name: 'nextOn', label: t('nextOn'), value: null, optional: true },
  ]
  return (
    <>
      <h3>{t('toName', { name: to.partner ? `${name} (${to.partner})` : name })}</h3>
      <p className="mt-3 font-semibold">{t('willSee')}</p>
      <ul className="mt-1 list-disc ps-6">{seen.map((one) => <li key={one}>{one}</li>)}<li>{t('whyToo')}</li></ul>
      <p className="mt-3 text-sm text-muted">{consent ? t('rests', { day: formatDay(consent.expiresOn, locale) }) : t('readOut')}</p>
      <p lang={consent ? undefined : 'da'} className="mt-1 max-w-text border-s-2 border-line ps-4"><q>{consent?.wording ?? wording}</q></p>
      {target.kind !== 'unit' && <div className="mt-3 max-w-text"><Alert tone="info">{t('noAccess', { name: to.partner ?? name })}</Alert></div>}
      {target.kind === 'unit' && shielded && <div className="mt-3 max-w-text"><Alert tone="warning">{t('shielded')}</Alert></div>}
      <div className="mt-4">
        <FieldsForm action={refer} fields={fields} hidden={{ personId: bar.id, to: `${target.kind}:${target.id}`, consentId: consent?.id ?? '', shown: show.join() }} submit={t('submit')} cancel={{ href: `/people/${bar.id}/referrals/new`, label: t('other') }} />
      </div>
    </>
  )
}
