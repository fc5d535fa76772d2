import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SetupHeading } from '@/components/admin/setup-heading'
import { SetupListPage } from '@/components/volunteering/setup/setup-list-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { readSetup } from '@/lib/volunteering/setup/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('volunteerSetup'))('title') }
}

export default async function Page() {
  const actor = await requireActor('volunteer.setup')
  return <SetupListPage list="roles" setup={await readSetup(actor)} heading={<SetupHeading current="roles" all={can(actor, 'user.manage')} />} />
}
