import { useLocale, useTranslations } from 'next-intl'
import { WhyUnder } from '@/components/outreach/why'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import type { OneVolunteersMatches } from '@/lib/volunteering/matches/queries'
import { stepsAfter } from '@/lib/volunteering/path/rules'
import type { OpenVolunteer } from '@/lib/volunteering/volunteers/queries'
import { LoginCard } from './login-card'
import { MeetsCard } from './matches/meets-card'
import { NextStepText } from './next-step-text'
import { PapersCard } from './papers-card'
import { ShowingCard } from './showing-card'
import { ThanksCard } from './recognition/thanks-card'
import { TrainingCard } from './training-card'
import { VolunteerFacts } from './volunteer-facts'

/** Reminders shown: further back they tell nothing of today. */
const REMINDERS = 5

/** One volunteer: where they stand and what comes next, the way here, their papers and courses, and what they can and will. */
export function VolunteerPage({ found, meets, today, mayManage }: { found: OpenVolunteer; meets: OneVolunteersMatches | null; today: Day; mayManage: boolean }) {
  const t = useTranslations('volunteering')
  const { volunteer: v, standing, lists, twins, lapsed } = found
  const { step, next, inDays, mayHelp } = standing
  const to = (change: string) => `/volunteers/${v.id}/${change}`
  return (
    <>
      <PageHeading above={<BackLink href="/volunteers">{t('back')}</BackLink>} title={`${v.firstName} ${v.lastName}`} lead={t('numberOf', { number: v.number })}
        tags={<><Tag tone={step === 'active' ? (mayHelp ? 'success' : 'warning') : 'info'}>{t(step === 'active' && !mayHelp ? 'activeLacks' : `step.${step}`)}</Tag>{v.addressProtected && <Tag tone="warning" icon="lock">{t('protected')}</Tag>}</>}
        actions={mayManage && <><LinkButton href={to('edit')}>{t('change.edit')}</LinkButton><LinkButton href={to('expenses')}>{t('change.expenses')}</LinkButton></>} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="space-y-6">
          {lapsed && <Alert tone="warning">{t('associationLapsed')}</Alert>}
          {twins.length > 0 && <Alert tone="warning" title={t('twins')}>{twins.map(({ id, number }) => <a key={id} href={`/volunteers/${id}`} className="me-3">{t('numberOf', { number })}</a>)}</Alert>}
          <Card title={t('nextTitle')}>
            {next ? <WhyUnder why={next.explanation}><NextStepText next={next} inDays={inDays ?? 0} lists={lists} /></WhyUnder> : <p className="text-muted">{t('list.noNext')}</p>}
            {mayManage && <div className="form-actions no-print mt-4">{stepsAfter(step).map((one, at) => <LinkButton key={one} href={to(one)} size="small" variant={at === 0 && one !== 'paused' ? 'primary' : one === 'ended' ? 'quiet' : 'secondary'}>{t(`stepForm.${one}.button`)}</LinkButton>)}</div>}
          </Card>
          {meets && <MeetsCard meets={meets} volunteer={v} lists={lists} />}
          <PathCard found={found} />
          <PapersCard found={found} today={today} mayManage={mayManage} />
          <TrainingCard found={found} mayManage={mayManage} />
          <ThanksCard found={found} today={today} mayManage={mayManage} />
        </div>
        <div className="space-y-6"><VolunteerFacts volunteer={v} lists={lists} /><ShowingCard found={found} mayManage={mayManage} /><LoginCard found={found} mayManage={mayManage} /></div>
      </div>
    </>
  )
}

/** Every step with its day, the newest first; and what the volunteer was reminded of by mail. */
function PathCard({ found: { facts, volunteer, reminders } }: { found: OpenVolunteer }) {
  const [t, locale] = [useTranslations('volunteering'), useLocale()]
  return (
    <Card title={t('path')}>
      <ol className="space-y-3">
        {facts.steps.toReversed().map((one) => (
          <li key={one.number}>
            <p><strong>{t(`step.${one.step}`)}</strong> <span className="text-muted">{formatDay(one.onDay, locale)}</span>{one.untilDay && <> · {t(`stepForm.${one.step === 'invited' ? 'invited' : 'paused'}.untilDay`, { day: formatDay(one.untilDay, locale) })}</>}{one.reason && <> · {t(`reason.${one.reason}`)}</>}</p>
            {one.words && <p className="max-w-text whitespace-pre-line">{one.words}</p>}
            <p className="text-sm text-muted">{one.by ?? t(`source.${volunteer.source}`)}</p>
          </li>
        ))}
      </ol>
      {reminders.length > 0 && <p className="mt-4 text-sm text-muted">{t('reminder.sent')} {reminders.slice(0, REMINDERS).map(({ onDay, about }) => `${formatDay(onDay, locale)} (${about.map((one) => t(`reminder.about.${one}`)).join(', ')})`).join(' · ')}</p>}
    </Card>
  )
}
