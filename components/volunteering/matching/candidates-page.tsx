import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { formatDay } from '@/lib/platform/dates'
import { nameOf } from '@/lib/platform/i18n/named'
import type { Candidates } from '@/lib/volunteering/matching/candidates/queries'
import { AskedAnswers } from '../matches/asked-answers'
import { QuestionPreview } from '../matches/question-preview'
import { TurnedDownList } from '../matches/turned-down-list'
import { CandidateCard } from './candidate-card'
import { TwoCandidates } from './two-candidates'
import { MeetingLine } from './meeting-line'

/** Who could be asked for one who waits: those who were, then the others in order of fit, and below them who is left out and why. */
export function CandidatesPage({ found: { request, asked, candidates, compared, hidden, wish, lists, answers, refused }, now, lead }: { found: Candidates; now: Date; /** Who asks, as the mails say. */ lead: string }) {
  const [t, locale] = [useTranslations('matching'), useLocale()]
  const role = nameOf(lists.roles.find(({ code }) => code === request.role), locale) || request.role
  const card = (one: Candidates['asked'][number], at: number) => <li key={one.id}><CandidateCard candidate={one} requestId={request.id} lists={lists} now={now} othersAsked={asked.length > 0} compared={compared} first={at === 0} /></li>
  return (
    <>
      <PageHeading above={<BackLink href="/volunteers/waiting">{t('title')}</BackLink>} title={request.name ?? t('numberOf', { number: request.number })} lead={t('one.lead', { role, day: formatDay(request.wanting.since, locale) })} />
      <div className="space-y-6">
        {request.meeting && <MeetingLine meeting={request.meeting} areas={request.wanting.areas ?? []} lists={lists} />}
        {request.words && <p className="max-w-text">{request.words}</p>}
        {!request.wanting.consent && <Alert tone="info" title={t('one.notTold')}><p>{t('one.notToldLead')}</p></Alert>}
        {wish && <Alert tone={wish.open ? 'info' : 'warning'} title={t('one.wish', { name: wish.name })}><p>{t(wish.open ? 'one.wishOpen' : 'one.wishClosed')}</p></Alert>}
        <TwoCandidates pair={compared} requestId={request.id} lists={lists} othersAsked={asked.length > 0} />
        {asked.length > 0 && <section className="space-y-3"><h2>{t('one.asked')}</h2>{answers.map((pair) => <AskedAnswers key={pair.volunteer.id} pair={pair} />)}<ul className="grid items-start gap-4 lg:grid-cols-2">{asked.map(card)}</ul></section>}
        {request.wanting.consent && (
          <section className="space-y-3">
            <h2>{t('one.candidates')}</h2>
            {candidates.length > 0 && asked.length === 0 && <QuestionPreview lead={lead} />}
            {candidates.length === 0 && <EmptyState title={t('one.none')}>{t('one.noneLead')}</EmptyState>}
            <ul className="grid items-start gap-4 lg:grid-cols-2">{candidates.map(card)}</ul>
          </section>
        )}
        {refused.length > 0 && <section className="space-y-2"><h2>{t('turnedDown.title')}</h2><TurnedDownList rows={refused.map((one) => ({ ...one, key: `${one.volunteerId} ${one.onDay} ${one.cause}`, href: `/volunteers/${one.volunteerId}` }))} /></section>}
        {hidden.length > 0 && (
          <section className="space-y-2">
            <h2>{t('one.hidden', { count: hidden.reduce((sum, { count }) => sum + count, 0) })}</h2>
            {hidden.map(({ rule, count, names }) => (
              names.length === 0 ? <p key={rule}>{t(`rule.${rule}`, { count })}</p> : (
                <details key={rule}>
                  <summary>{t(`rule.${rule}`, { count })}</summary>
                  <ul className="ml-6 mt-1 list-disc">{names.map(({ id, name }) => <li key={id}><Link href={`/volunteers/${id}`} prefetch={false}>{name}</Link></li>)}{count > names.length && <li>{t('one.more', { count: count - names.length })}</li>}</ul>
                </details>
              )
            ))}
          </section>
        )}
      </div>
    </>
  )
}
