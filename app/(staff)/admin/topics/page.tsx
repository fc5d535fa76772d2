import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminHeading } from '@/components/admin/admin-heading'
import { TopicsPage } from '@/components/casework/topics/topics-page'
import { PageHeading } from '@/components/ui/page-heading'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { keptTopics } from '@/lib/casework/topics/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('topics'))('title') }
}

export default async function Page() {
  const [actor, t] = [await requireActor('method.manage'), await getTranslations('topics')]
  // A coordinator has this room, and not those around it.
  const heading = can(actor, 'user.manage') ? <AdminHeading current="topics" /> : <PageHeading title={t('title')} lead={t('lead')} />
  return <TopicsPage topics={await keptTopics(actor)} heading={heading} />
}
