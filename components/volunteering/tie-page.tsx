import { useLocale, useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { PersonFrame, type PersonFrameProps } from '@/components/people/person-frame'
import { ActionButton } from '@/components/ui/action-button'
import { formatMoment } from '@/lib/platform/dates'
import { tieVolunteer, untieVolunteer } from '@/lib/volunteering/ties/actions'
import type { Tie } from '@/lib/volunteering/ties/queries'

/** That the person is a volunteer as well. Nothing of the volunteer is read here, and nothing of the person there. */
export function TiePage({ ties, ...frame }: PersonFrameProps & { ties: Tie[] }) {
  const [t, locale] = [useTranslations('volunteering.tie'), useLocale()]
  const mayChange = !frame.bar.glass
  return (
    <PersonFrame {...frame} tab="data">
      <section className="card max-w-3xl space-y-4 p-(--card-pad)">
        <h2>{t('title')}</h2>
        <p className="max-w-text text-muted">{t('lead')}</p>
        {ties.length === 0 && <p>{t('none')}</p>}
        <ul className="space-y-2">{ties.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-3"><span>{t('is', { name: one.by, when: formatMoment(one.tiedAt, locale, 'short') })}</span>{mayChange && <ActionButton action={untieVolunteer} values={{ personId: frame.bar.id, tieId: one.id }} size="small" variant="quiet">{t('untie')}</ActionButton>}</li>
        ))}</ul>
        {mayChange && <FieldsForm action={tieVolunteer} hidden={{ personId: frame.bar.id }} fields={[{ type: 'text', name: 'volunteerNumber', label: t('number'), help: t('numberHelp'), width: 'short', numeric: true }]} submit={t('submit')} />}
      </section>
    </PersonFrame>
  )
}
