import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReplyList } from '@/components/outreach/replies/reply-list'
import { requireActor } from '@/lib/access/actor'
import { listReplies } from '@/lib/outreach/replies/queries'
import { today } from '@/lib/platform/clock'

type Props = { searchParams: Promise<{ view?: string; page?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reply.list'))('title') }
}

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor('outreach.read')
  const wanted = await searchParams
  const view = wanted.view === 'handled' ? 'handled' : 'open'
  const page = Math.max(1, Math.trunc(Number(wanted.page)) || 1)
  return <ReplyList view={view} page={page} {...await listReplies(actor, view, today(), page)} />
}
