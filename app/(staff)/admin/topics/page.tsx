import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MethodHeading } from '@/components/admin/method-heading'
import { TopicsPage } from '@/components/casework/topics/topics-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { keptTopics } from '@/lib/casework/topics/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('topics'))('title') }
}

export default async function Page() {
  const actor = await requireActor('method.manage')
  return <TopicsPage topics={await keptTopics(actor)} heading={<MethodHeading current="topics" all={can(actor, 'user.manage')} />} />
}
