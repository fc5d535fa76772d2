import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { SetupHeading } from '@/components/admin/setup-heading'
import { SetupListPage } from '@/components/volunteering/setup/setup-list-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { readSetup } from '@/lib/volunteering/setup/queries'
import { isSetupList } from '@/lib/volunteering/setup/rules'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('volunteerSetup'))('title') }
}

export default async function Page({ params }: { params: Promise<{ list: string }> }) {
  const actor = await requireActor('volunteer.setup')
  const { list } = await params
  if (!isSetupList(list) || list === 'roles') notFound()
  return <SetupListPage list={list} setup={await readSetup(actor)} heading={<SetupHeading current={list} all={can(actor, 'user.manage')} />} />
}
