import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ApprovalsPage } from '@/components/access/rights/approvals-page'
import { AskedLogins } from '@/components/volunteering/asked-logins'
import { requireActor } from '@/lib/access/actor'
import { leftInUnit, rightsToReview } from '@/lib/access/accounts/queries'
import { openProposals } from '@/lib/access/rights/queries'
import { approvalsView } from '@/lib/access/rights/schema'
import { today } from '@/lib/platform/clock'
import { pageLocale } from '@/lib/platform/i18n/page-locale'
import { askedLogins } from '@/lib/volunteering/logins/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rights'))('title') }
}

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, { only }] = [await requireActor('right.approve'), approvalsView.parse(await searchParams)]
  const locale = await pageLocale()
  return <ApprovalsPage only={only} proposals={await openProposals(actor, locale)} reviews={await rightsToReview(actor, locale)} left={await leftInUnit(actor)} today={today()}><AskedLogins asked={await askedLogins(actor)} mineOnly={only === 'logins'} /></ApprovalsPage>
}
