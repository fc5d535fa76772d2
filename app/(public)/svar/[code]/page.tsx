import { redirect } from 'next/navigation'
import { ReplyView } from '@/components/outreach/replies/reply-view'
import { freeSlots, openReplyPage } from '@/lib/outreach/replies/reply-page'
import { today } from '@/lib/platform/clock'

type Props = { params: Promise<{ code: string }> }

export default async function Page({ params }: Props) {
  const { code } = await params
  const page = await openReplyPage(code)
  if (!page) redirect('/svar/lukket')
  return <ReplyView code={code} page={page} slots={await freeSlots(code)} today={today()} />
}
