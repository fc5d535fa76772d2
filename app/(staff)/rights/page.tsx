import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ApprovalsPage } from '@/components/access/rights/approvals-page'
import { AskedLogins } from '@/components/volunteering/asked-logins'
import { requireActor } from '@/lib/access/actor'
import { leftInUnit, rightsToReview } from '@/lib/access/accounts/queries'
import { openProposals } from '@/lib/access/rights/queries'
import { today } from '@/lib/platform/clock'
import { pageLocale } from '@/lib/platform/i18n/page-locale'
import { askedLogins } from '@/lib/volunteering/logins/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rights'))('title') }
}

export default async function Page() {
  const actor = await requireActor('right.approve')
  const locale = await pageLocale()
  return <ApprovalsPage proposals={await openProposals(actor, locale)} reviews={await rightsToReview(actor, locale)} left={await leftInUnit(actor)} today={today()}><AskedLogins asked={await askedLogins(actor)} /></ApprovalsPage>
}
