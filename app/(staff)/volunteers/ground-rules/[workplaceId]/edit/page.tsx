import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { RulesFormPage } from '@/components/volunteering/ground-rules/rules-form-page'
import { requireActor } from '@/lib/access/actor'
import { today } from '@/lib/platform/clock'
import { openWorkplace } from '@/lib/volunteering/ground-rules/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('groundRules'))('edit') }
}

export default async function Page({ params }: { params: Promise<{ workplaceId: string }> }) {
  const actor = await requireActor('volunteer.manage')
  const found = await openWorkplace(actor, (await params).workplaceId)
  if (!found || found.closed) notFound()
  return <RulesFormPage found={found} today={today()} />
}
