import { useLocale, useTranslations } from 'next-intl'
import { BackLink } from '@/components/ui/back-link'
import { DescriptionList } from '@/components/ui/description-list'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { PrintButton } from '@/components/ui/print-button'
import type { Brief } from '@/lib/casework/handover/cover/queries'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { ReferralLines } from '../referrals/referral-lines'

/** What whoever covers needs of each person, on paper if they like: of those the reader reaches today, and of nobody else. */
export function BriefPage({ found: { absence, people }, today }: { found: Brief; today: Day }) {
  const [t, locale] = [useTranslations('casework.cover'), useLocale()]
  const short = (day: Parameters<typeof formatDay>[0]) => formatDay(day, locale, 'short')
  return (
    <>
      <PageHeading title={t('briefTitle', { name: absence.name })} lead={t('briefLead', { from: short(absence.from), to: short(absence.to) })} above={<BackLink href="/handover">{t('toHandover')}</BackLink>} actions={people.length > 0 && <PrintButton>{t('print')}</PrintButton>} />
      {people.length === 0 && <EmptyState title={t('briefNone')} icon="person">{t('briefNoneLead', { day: short(absence.from) })}</EmptyState>}
      <div className="max-w-3xl space-y-4">
        {people.map((one) => (
          <article key={one.id} className="card break-inside-avoid p-(--card-pad)" aria-labelledby={`p-${one.id}`}>
            <h2 id={`p-${one.id}`} className="text-base"><a href={`/people/${one.id}/contacts`}>{one.name}</a> <span className="font-normal text-muted">{t('coveredBy', { name: one.cover })}</span></h2>
            {one.note && <p className="my-2 border-s-4 border-warning ps-3 whitespace-pre-line">{one.note}</p>}
            <DescriptionList items={[
              { key: 'last', label: t('last'), value: one.last ? `${short(one.last.on)}${one.last.agreed ? `: ${one.last.agreed}` : ''}` : t('never') },
              { key: 'next', label: t('next'), value: one.next ? `${short(one.next.on)}${one.next.text ? `: ${one.next.text}` : ''}` : t('noNext') },
              { key: 'tasks', label: t('tasks'), value: one.tasks.length === 0 ? t('noTasks') : <ul>{one.tasks.map((task, at) => <li key={at}>{short(task.dueOn)}: {task.text}</li>)}</ul> },
              ...(one.referrals.length === 0 ? [] : [{ key: 'referrals', label: t('referrals'), value: <ReferralLines href={`/people/${one.id}/referrals`} referrals={one.referrals} today={today} /> }]),
            ]} />
          </article>
        ))}
      </div>
    </>
  )
}
