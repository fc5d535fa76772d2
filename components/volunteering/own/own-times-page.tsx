import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import { changeOwnTimes } from '@/lib/volunteering/own/actions'
import type { OwnFacts } from '@/lib/volunteering/own/queries'
import { dayparts, weekdays } from '@/lib/volunteering/volunteers/rules'

/** The parts of the week somebody can, ticked anew. */
export function OwnTimesPage({ facts }: { facts: OwnFacts }) {
  const [t, all] = [useTranslations('ownPage'), useTranslations('volunteering')]
  return (
    <>
      <PageHeading above={<BackLink href="/min-side">{t('back')}</BackLink>} title={t('times.title')} lead={t('times.lead')} />
      <div className="card p-(--card-pad)">
        <FieldsForm action={changeOwnTimes} hidden={{ version: String(facts.version) }} submit={t('times.save')} cancel={{ href: '/min-side', label: all('form.cancel') }} fields={[
          { type: 'grid', name: 'times', label: all('ask.you.times'), help: all('ask.you.timesHelp'), optional: true, rows: weekdays.map((day) => ({ value: String(day), label: all(`weekday.${day}`) })), columns: dayparts.map((part) => ({ value: part, label: all(`daypart.${part}`) })), values: facts.times },
        ]} />
      </div>
    </>
  )
}
