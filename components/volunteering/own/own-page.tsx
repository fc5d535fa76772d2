import { useLocale, useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { formatClock, formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import type { OwnPage } from '@/lib/volunteering/own/queries'
import { goingTo, ownDates } from '@/lib/volunteering/own/rules'
import { OwnContactCard } from './own-contact-card'
import { OwnMatchCard } from './own-match-card'
import { OwnCoursesCard } from './own-courses-card'
import { OwnFactsCard } from './own-facts-card'
import { OwnPapersCard } from './own-papers-card'
import { OwnQuestionCard } from './own-question-card'
import { OwnTrainingsCard } from './own-trainings-card'

/** What a volunteer sees on the phone: what comes, what must be given again, what we know, and whom to call. */
export function OwnPageView({ page: { questions, matches, courses, facts, papers, trainings, contact }, today }: { page: OwnPage; today: Day }) {
  const [t, locale] = [useTranslations('ownPage'), useLocale()]
  const dates = ownDates({ papers, courses, going: goingTo(matches), backOn: facts.backOn }, today)
  return (
    <div className="space-y-6">
      <PageHeading title={t('hello', { name: facts.firstName })} lead={t('lead')} />
      {facts.step === 'paused' && facts.backOn && <Alert title={t('paused')}>{t('pausedUntil', { day: formatDay(facts.backOn, locale) })}</Alert>}
      {questions.map((one) => <OwnQuestionCard key={one.id} question={one} />)}
      {matches.length === 0 && questions.length === 0 && <p className="max-w-text">{t('match.none')}</p>}
      {matches.map((one) => <OwnMatchCard key={one.id} match={one} today={today} />)}
      <Card title={t('dates.title')} actions={<LinkButton href="/min-side/kalender" size="small" icon="calendar">{t('calendar.title')}</LinkButton>}>
        {dates.length === 0 ? <p className="text-muted">{t('dates.none')}</p> : <ul className="space-y-2">{dates.map((one) => <li key={`${one.kind} ${one.code}`}><strong>{formatDay(one.day, locale)}</strong> · {one.kind === 'paper' ? t('dates.paper', { name: one.name }) : one.kind === 'meeting' ? t('dates.meeting', { time: formatClock(one.at?.starts ?? '', locale) }) : one.at?.cancelled ? t('dates.cancelled', { name: one.name }) : one.kind === 'course' ? t('dates.course', { name: one.name, time: formatClock(one.at?.starts ?? '', locale), place: one.at?.place ?? '' }) : t('dates.back')}</li>)}</ul>}
      </Card>
      <Card title={t('expenses.title')} actions={<LinkButton href="/min-side/udlaeg" size="small">{t('expenses.open')}</LinkButton>}><p className="max-w-text">{t('expenses.about')}</p></Card>
      <OwnPapersCard papers={papers} today={today} />
      <OwnFactsCard facts={facts} />
      <OwnCoursesCard courses={courses} today={today} />
      <OwnTrainingsCard trainings={trainings} />
      {contact && <OwnContactCard contact={contact} />}
    </div>
  )
}
