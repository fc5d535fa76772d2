import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SetupHeading } from '@/components/admin/setup-heading'
import { SetupTimesPage } from '@/components/admin/setup-times-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { setupTimes } from '@/lib/volunteering/setup/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('volunteerSetup'))('title') }
}

export default async function Page() {
  const actor = await requireActor('volunteer.setup')
  return <SetupTimesPage versions={await setupTimes(actor)} today={today()} mayChange={can(actor, 'rule.manage')} heading={<SetupHeading current="times" all={can(actor, 'user.manage')} />} />
}
