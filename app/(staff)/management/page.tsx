import { getTranslations } from 'next-intl/server'
import { ManagementPage } from '@/components/casework/management/management-page'
import { requireActor } from '@/lib/access/actor'
import { unitFigures } from '@/lib/casework/management/queries'
import { managementView } from '@/lib/casework/management/schema'
import { today } from '@/lib/platform/clock'

export async function generateMetadata() {
  return { title: (await getTranslations('management'))('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor('management.read')
  const view = managementView(await searchParams, today())
  return <ManagementPage figures={await unitFigures(actor, view)} view={view} today={today()} />
}
