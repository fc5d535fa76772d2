import { useLocale, useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { Alert } from '@/components/ui/alert'
import { DescriptionList } from '@/components/ui/description-list'
import { formatDay, formatTimeSpan } from '@/lib/platform/dates'
import { dayOf } from '@/lib/platform/day'
import { answerQuestion } from '@/lib/volunteering/matching/asking/actions'
import type { Question } from '@/lib/volunteering/matching/asking/question-page'
import { answersOf, refusals } from '@/lib/volunteering/matching/asking/rules'
import { readSpoken } from '@/lib/volunteering/requests/rules'
import { week } from '@/lib/volunteering/volunteers/rules'
import { CallLine } from './call-line'

/** The question as the one who was asked reads it, and the answer. Nothing is chosen beforehand, because the choice decides who will read what. */
export function QuestionView({ code, question: q }: { code: string; question: Question }) {
  const [t, all, locale] = [useTranslations('matches'), useTranslations('volunteering'), useLocale()]
  const [as, m] = [useTranslations('companions'), q.meeting]
  const named = (one: { nameDa: string; nameEn: string }) => (locale === 'en' ? one.nameEn : one.nameDa)
  const facts = [
    { key: 'role', label: t('role'), value: <>{named(q.role)}{q.side === 'volunteer' && <span className="block text-muted">{locale === 'en' ? q.role.descriptionEn : q.role.descriptionDa}</span>}</> },
    { key: 'areas', label: t('question.where'), value: q.areas.map(named).join(', ') },
    ...(m ? [{ key: 'meeting', label: as('when'), value: <>{formatDay(dayOf(new Date(m.starts_at)), locale, 'weekday')}, {formatTimeSpan(new Date(m.starts_at), new Date(m.ends_at), locale)}<span className="block text-muted">{as('travelOf', { count: m.travel_minutes })}</span></> }, { key: 'as', label: as('agreedRole'), value: <>{as(`role.${m.agreed_role}`)}<span className="block text-muted">{as(`roleAbout.${m.agreed_role}`)}</span></> }] : []),
    { key: 'times', label: t('question.when'), value: week(q.times).map(({ weekday, parts }) => `${all(`weekday.${weekday}`)}: ${parts.map((part) => all(`daypart.${part}`).toLowerCase()).join(', ')}`).join(' · ') },
    { key: 'languages', label: t('question.languages'), value: q.languages.map(readSpoken).map(({ language }) => all(`language.${language}`)).join(', ') },
  ].map((item) => ({ ...item, value: item.value || <span className="text-muted">{t('notSaid')}</span> }))
  return (
    <>
      <header className="mb-6 max-w-text">
        <h1>{t(`question.title.${q.side}`, { name: q.firstName ?? '' })}</h1>
        <p className="mt-3 text-lg">{t(`question.lead.${q.side}`, { name: q.firstName ?? '' })}</p>
      </header>
      <div className="max-w-3xl space-y-6">
        <DescriptionList items={facts} />
        {q.answer !== null ? <Alert tone="info" title={t('question.answered')}><p>{t('question.answeredLead')}</p></Alert> : (
          <FieldsForm action={answerQuestion} hidden={{ code }} submit={t('question.submit')} fields={[
            { type: 'radio', name: 'answer', label: t(`question.ask.${q.side}`), options: answersOf(q.side).map((value) => ({ value, label: t(`answer.${q.side}.${value}` as 'answer.person.yes', { name: q.firstName ?? '' }), ...(q.side === 'person' && value !== 'no' && { help: t(`consent.${value}`, { name: q.firstName ?? '' }) }) })) },
            ...(q.side === 'volunteer' ? [{ type: 'select' as const, name: 'cause', label: t('question.cause'), help: t('question.causeHelp'), options: refusals.map((value) => ({ value, label: t(`refusal.${value}`) })), placeholder: t('notSaid'), optional: true }] : []),
          ]} />
        )}
        {q.by && <p className="text-muted"><CallLine {...q.by} /></p>}
      </div>
    </>
  )
}
