import { useTranslations } from 'next-intl'
import { PersonFrame, type PersonFrameProps } from '@/components/people/person-frame'
import { BackLink } from '@/components/ui/back-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Explain } from '@/components/ui/explain'
import { LinkButton } from '@/components/ui/link-button'
import type { ReferralRow } from '@/lib/casework/referrals/queries'
import { isOpen } from '@/lib/casework/referrals/rules'
import { ReferralCard } from './referral-card'

/** To whom the person was referred, what they were shown, and what became of it; below it what is over. */
export function ReferralsPage({ referrals, ...frame }: PersonFrameProps & { referrals: ReferralRow[] }) {
  const t = useTranslations('referrals')
  const [open, over] = [referrals.filter(({ state }) => isOpen(state)), referrals.filter(({ state }) => !isOpen(state))]
  const mayChange = !frame.bar.glass
  return (
    <PersonFrame {...frame} tab="consents">
      <BackLink href={`/people/${frame.bar.id}/consents`}>{t('back')}</BackLink>
      <div className="mb-4 flex flex-wrap items-start justify-between gap-3">
        <div><h2>{t('title')}</h2><p className="mt-1 max-w-text text-muted">{t('lead')}</p></div>
        {mayChange && <LinkButton href={`/people/${frame.bar.id}/referrals/new`} variant="primary">{t('new')}</LinkButton>}
      </div>
      {open.length === 0 && <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>}
      <ul className="space-y-4">{open.map((one) => <li key={one.id}><ReferralCard personId={frame.bar.id} one={one} today={frame.today} mayChange={mayChange} /></li>)}</ul>
      {over.length > 0 && (
        <details className="mt-6">
          <summary className="font-semibold">{t('over', { count: over.length })}</summary>
          <ul className="mt-3 space-y-4">{over.map((one) => <li key={one.id}><ReferralCard personId={frame.bar.id} one={one} today={frame.today} mayChange={false} /></li>)}</ul>
        </details>
      )}
      <div className="no-print mt-6 max-w-text"><Explain summary={t('help')}>{(['helpSend', 'helpAnswer', 'helpEnd', 'helpOver'] as const).map((key) => <p key={key} className="mt-2 first:mt-0">{t(key)}</p>)}</Explain></div>
    </PersonFrame>
  )
}
