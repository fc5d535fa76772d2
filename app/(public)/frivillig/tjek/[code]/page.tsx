import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { CheckInView } from '@/components/volunteering/follow-ups/check-in-view'
import { openCheckIn } from '@/lib/volunteering/follow-ups/check-ins/check-in-page'

// The same title for every code, right or wrong: titles end in histories and on shared screens.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('matches'))('question.page'), robots: { index: false, follow: false, nocache: true }, referrer: 'same-origin' }
}

export default async function Page({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const open = await openCheckIn(code)
  if (!open) redirect('/frivillig/svar/lukket')
  return <CheckInView code={code} open={open} />
}
