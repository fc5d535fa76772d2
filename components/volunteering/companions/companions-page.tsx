import { useTranslations } from 'next-intl'
import { PersonFrame, type PersonFrameProps } from '@/components/people/person-frame'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { stands } from '@/lib/volunteering/companions/rules'
import type { Companions } from '@/lib/volunteering/companions/queries'
import { AttorneysCard } from './attorneys-card'
import { MeetingCard } from './meeting-card'

/** The meetings somebody brings a companion to, how each stands, and who may act for the person. */
export function CompanionsPage({ found: { meetings, pairs, attorneys, told, unit }, ...frame }: PersonFrameProps & { found: Companions }) {
  const [t, all] = [useTranslations('companions'), useTranslations('matching')]
  const person = `/people/${frame.bar.id}`
  const waits = meetings.some(({ state, kin }) => kin === null && stands(state))
  return (
    <PersonFrame {...frame} tab="waiting">
      <BackLink href={`${person}/waiting`}>{t('back')}</BackLink>
      <div className="mb-4 flex flex-wrap items-start justify-between gap-3">
        <div><h2>{t('title')}</h2><p className="max-w-text text-muted">{t('lead')}</p></div>
        <LinkButton href={`${person}/companions/new`} variant="primary">{t('new')}</LinkButton>
      </div>
      {waits && told === null && <div className="mb-4"><Alert tone="warning" title={all('person.notTold')}><p>{all('person.notToldLead')}</p><LinkButton href={`${person}/consents/new?${new URLSearchParams({ ...(unit && { unit }), purpose: 'referral', field: 'needs' })}`} size="small">{all('person.consent')}</LinkButton></Alert></div>}
      <div className="space-y-4">
        {meetings.length === 0 && <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>}
        <ul className="space-y-4">{meetings.map((one) => <li key={one.id}><MeetingCard meeting={one} personId={frame.bar.id} pairs={pairs.filter(({ requestId }) => requestId === one.requestId)} /></li>)}</ul>
        <AttorneysCard attorneys={attorneys} personId={frame.bar.id} today={frame.today} />
      </div>
    </PersonFrame>
  )
}
