import { redirect } from 'next/navigation'
import { ReceiptView } from '@/components/outreach/replies/receipt-view'
import { openReplyPage } from '@/lib/outreach/replies/reply-page'

type Props = { params: Promise<{ code: string }> }

export default async function Page({ params }: Props) {
  const { code } = await params
  const page = await openReplyPage(code)
  if (!page) redirect('/svar/lukket')
  return <ReceiptView code={code} page={page} answerPath={page.eventId ? `/svar/${code}/andet` : `/svar/${code}`} />
}
