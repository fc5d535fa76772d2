import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ActionButton } from '@/components/ui/action-button'
import { BackLink } from '@/components/ui/back-link'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { DateText } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import { MomentText } from '@/components/ui/moment-text'
import { PageHeading } from '@/components/ui/page-heading'
import { approveRight, refuseRight } from '@/lib/access/rights/actions'
import type { LeftBehind } from '@/lib/access/accounts/queries'
import type { Review } from '@/lib/access/accounts/sql'
import type { ApprovalsView } from '@/lib/access/rights/schema'
import type { Proposal } from '@/lib/access/rights/sql'
import type { Day } from '@/lib/platform/day'
import { ReviewCard } from './review-card'
import { rightNames } from './right-name'

/** What waits for a second person: who would get what, why, and who asks. `only`: one part of it, and of that what the reader can do something about. */
export async function ApprovalsPage({ only, proposals, reviews, left, today, children }: ApprovalsView & { proposals: Proposal[]; reviews: Review[]; left: LeftBehind[]; today: Day; /** What else waits for a second person. */ children?: ReactNode }) {
  const t = await getTranslations('rights')
  const name = await rightNames()
  const shows = (part: ApprovalsView['only']) => only === null || only === part
  const asked = proposals.filter(({ hindrance }) => only === null || hindrance === null)
  return (
    <div className="max-w-5xl">
      <PageHeading above={only && <BackLink href="/rights">{t('everything')}</BackLink>} title={t('title')} lead={t('lead')} />
      {only === null && left.length > 0 && (
        <div className="mb-5"><Alert tone="warning" title={t('left.title')}><p>{t('left.lead')}</p><ul className="mt-2 list-disc ps-6">{left.map((one) => <li key={one.id}>{t('left.one', { name: one.name, people: one.people, talks: one.talks })}</li>)}</ul></Alert></div>
      )}
      {shows('rights') && asked.length === 0 && <EmptyState title={t('empty')}>{t('emptyLead')}</EmptyState>}
      <ul className="space-y-4">
        {shows('rights') && asked.map((one) => (
          <li key={one.id}>
            <Card title={t('gives', { right: name(one.right), user: one.user })}>
              <p className="text-muted">{[one.user, one.title, one.unit].filter(Boolean).join(' · ')}</p>
              <p className="mt-2"><strong>{t('why')}</strong> {one.reason}</p>
              {one.toDay && <p className="mt-2"><strong>{t('untilDay')}</strong> <DateText day={one.toDay} look="short" /></p>}
              <p className="mt-2">{t(`opens.${one.right.replace(':', '.')}`)}</p>
              <p className="mt-2 text-muted">{t.rich('proposedBy', { proposer: one.proposer, when: () => <MomentText moment={one.proposedAt} look="short" /> })}</p>
              {!one.hindrance && (
                <div className="form-actions mt-4">
                  <ActionButton action={approveRight} values={{ proposalId: one.id }}>{t('approve')}</ActionButton>
                  <ActionButton action={refuseRight} values={{ proposalId: one.id }}>{t('refuse')}</ActionButton>
                </div>
              )}
              {one.hindrance && <p className="mt-2 text-muted">{t(`hindrance.${one.hindrance}`)}</p>}
            </Card>
          </li>
        ))}
      </ul>
      {shows('logins') && children}
      {shows('reviews') && <div className="mt-8"><ReviewCard reviews={reviews} dueOnly={only === 'reviews'} today={today} /></div>}
    </div>
  )
}
