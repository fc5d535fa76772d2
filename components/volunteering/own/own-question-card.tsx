import { useLocale, useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { formatDay } from '@/lib/platform/dates'
import { refusals } from '@/lib/volunteering/matching/asking/rules'
import { answerOwnQuestion } from '@/lib/volunteering/own/questions/actions'
import type { OwnQuestion } from '@/lib/volunteering/own/queries'
import { readSpoken } from '@/lib/volunteering/requests/rules'
import { week } from '@/lib/volunteering/volunteers/rules'

/** Somebody waits, and the volunteer is asked: what, where and when, and no name before both have said yes. */
export function OwnQuestionCard({ question: q }: { question: OwnQuestion }) {
  const [t, own, all, locale] = [useTranslations('matches'), useTranslations('ownPage.question'), useTranslations('volunteering'), useLocale()]
  const facts = [
    { key: 'role', label: t('role'), value: <>{q.role}<span className="block text-muted">{q.about}</span></> },
    { key: 'areas', label: t('question.where'), value: q.areas.join(', ') },
    { key: 'times', label: t('question.when'), value: week(q.times).map(({ weekday, parts }) => `${all(`weekday.${weekday}` as 'weekday.1')}: ${parts.map((part) => all(`daypart.${part}`).toLowerCase()).join(', ')}`).join(' · ') },
    { key: 'languages', label: t('question.languages'), value: q.languages.map((one) => all(`language.${readSpoken(one).language}`)).join(', ') },
  ].map((item) => ({ ...item, value: item.value || <span className="text-muted">{t('notSaid')}</span> }))
  return (
    <Card title={own('title')}>
      <p className="mb-3 max-w-text">{own('lead', { day: formatDay(q.askedOn, locale) })}</p>
      <DescriptionList items={facts} />
      <div className="mt-4">
        <FieldsForm action={answerOwnQuestion} hidden={{ ownQuestion: q.id }} submit={t('question.submit')} fields={[
          { type: 'radio', name: 'answer', label: own('ask'), options: (['yes', 'no'] as const).map((value) => ({ value, label: own(value) })) },
          { type: 'select', name: 'cause', label: t('question.cause'), help: t('question.causeHelp'), options: refusals.map((value) => ({ value, label: t(`refusal.${value}`) })), placeholder: t('notSaid'), optional: true },
        ]} />
      </div>
    </Card>
  )
}
