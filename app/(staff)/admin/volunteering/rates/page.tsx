import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SetupHeading } from '@/components/admin/setup-heading'
import { RatesPage } from '@/components/volunteering/setup/rates-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { setupRates } from '@/lib/volunteering/setup/rates/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('volunteerSetup'))('title') }
}

export default async function Page() {
  const actor = await requireActor('volunteer.setup')
  return <RatesPage rates={await setupRates(actor)} today={today()} mayChange={can(actor, 'rule.manage')} heading={<SetupHeading current="rates" all={can(actor, 'user.manage')} />} />
}
