import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { NextStepCard } from '@/components/outreach/next-step-card'
import { Card } from '@/components/ui/card'
import type { PersonFacts } from '@/lib/people/record/facts/sql'
import { addressLine } from '@/lib/people/places/rules'
import type { Timeline } from '@/lib/people/timeline/sql'
import { PeriodText } from './cards/card-parts'
import { ContactCard } from './cards/contact-card'
import { WishesCard } from './cards/office-cards'
import { RelationsCard } from './cards/relations-card'
import { PersonFrame, type PersonFrameProps, tabHref } from './person-frame'
import { TimelineEntries } from './timeline-entries'

/** What one needs on the phone with the person: next step, how to reach them, who is around them, what happened last. */
export function OverviewPage({ facts, timeline, outreach, now, ...frame }: PersonFrameProps & { facts: PersonFacts; timeline: Timeline; /** The reader may see outreach. */ outreach: boolean; /** The card of the casework; null for readers without it. */ now: ReactNode }) {
  const t = useTranslations('people')
  const cards = { bar: frame.bar, facts, mayUpdate: frame.may.update }
  const address = facts.addresses.find((one) => !one.toDay)
  return (
    <PersonFrame {...frame} tab="overview" note>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="space-y-4">
          {outreach && <NextStepCard next={frame.next} />}
          {now}
          <Card title={t('timeline.latest')} actions={<Link href={tabHref(frame.bar.id, 'timeline')} prefetch={false}>{t('timeline.whole')}</Link>}>
            <TimelineEntries timeline={timeline} personId={frame.bar.id} newest empty={<p className="text-muted">{t('timeline.none')}</p>} />
          </Card>
        </div>
        <div className="space-y-4">
          <ContactCard {...cards} />
          <Card title={t('card.address')}>
            <p>{frame.bar.protection === 'P1' || frame.bar.protection === 'P2' ? <Link href={tabHref(frame.bar.id, 'data')} prefetch={false}>{t('card.protectedAddress')}</Link> : address ? addressLine(address) : <span className="text-muted">{t('card.noAddress')}</span>}</p>
          </Card>
          <RelationsCard {...cards} />
          {facts.wishes.length > 0 && <WishesCard {...cards} />}
          {facts.deployments.length > 0 && (
            <Card title={t('card.deployments')}>
              <ul>{facts.deployments.map((one) => <li key={one.id}><span className="font-medium">{one.mission}</span>, {one.country} <span className="text-sm text-muted"><PeriodText {...one} /></span></li>)}</ul>
            </Card>
          )}
        </div>
      </div>
    </PersonFrame>
  )
}
