import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { WorkplacePage } from '@/components/volunteering/ground-rules/workplace-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { openWorkplace } from '@/lib/volunteering/ground-rules/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('groundRules'))('title') }
}

export default async function Page({ params }: { params: Promise<{ workplaceId: string }> }) {
  const actor = await requireActor('volunteer.read')
  const found = await openWorkplace(actor, (await params).workplaceId)
  if (!found) notFound()
  return <WorkplacePage found={found} mayManage={can(actor, 'volunteer.manage')} />
}
