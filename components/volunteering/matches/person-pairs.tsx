import { useLocale, useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { formatDay } from '@/lib/platform/dates'
import { answerForPerson } from '@/lib/volunteering/matching/asking/actions'
import { answersOf } from '@/lib/volunteering/matching/asking/rules'
import type { PersonPair } from '@/lib/volunteering/requests/queries'

/** What became of a request: who is asked and what they have said, or who they meet. The citizen's own yes can be written down here, with the sentence they hear. */
export function PersonPairs({ pairs, personId, once }: { pairs: PersonPair[]; personId: string; /** Of a companion to one meeting. */ once?: boolean }) {
  const [t, locale] = [useTranslations('matches'), useLocale()]
  return pairs.map((pair) => {
    const name = pair.firstName
    if (pair.endedOn) return <p key={pair.volunteerId}>{t('person.ended', { name, day: formatDay(pair.endedOn, locale) })} · {t(`causes.${pair.cause ?? 'other'}`)}</p>
    if (pair.startedOn) return <p key={pair.volunteerId}><strong>{t(once ? 'person.comes' : 'person.running', { name, day: formatDay(pair.startedOn, locale) })}</strong></p>
    return (
      <section key={pair.volunteerId} className="space-y-3">
        <p><strong>{t('person.asked', { name, day: formatDay(pair.askedOn, locale) })}</strong> · {t(pair.volunteerYes ? 'person.volunteerYes' : 'person.waits', { name })}</p>
        {pair.personYes ? <p>{t('person.saidYes')}</p> : (
          <details>
            <summary>{t('person.says')}</summary>
            <p className="my-2 max-w-text text-muted">{t('person.askedLead')}</p>
            <FieldsForm action={answerForPerson} hidden={{ personId, volunteerRequestId: pair.requestId, volunteerId: pair.volunteerId }} submit={t('person.submit')}
              fields={[{ type: 'radio', name: 'answer', label: t('person.says'), options: answersOf('person').map((value) => ({ value, label: t(`answer.person.${value}`, { name }), ...(value !== 'no' && { help: t(`consent.${value}`, { name }) }) })) }]} />
          </details>
        )}
      </section>
    )
  })
}
