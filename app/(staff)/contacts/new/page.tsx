import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { QuickLogPage } from '@/components/casework/quick-log-page'
import { requireActor } from '@/lib/access/actor'
import { quickLog } from '@/lib/casework/quick-log/queries'
import { quickLogView } from '@/lib/casework/quick-log/schema'
import { searchResult } from '@/lib/people/search/queries'
import { searchView } from '@/lib/people/search/schema'
import { now, today } from '@/lib/platform/clock'
import { formatTime } from '@/lib/platform/dates'

type Props = { searchParams: Promise<Record<string, string | string[]>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('casework.quick'))('title') }
}

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor('contact.record')
  const view = quickLogView.parse(await searchParams)
  const day = today()
  const choosing = view.person.length === 0 || view.more === '1'
  const found = choosing && view.s ? await searchResult(actor, searchView.parse({ s: view.s })) : null
  return <QuickLogPage log={await quickLog(actor, view.person, choosing && !found ? day : null)} view={view} found={found} today={day} time={formatTime(now(), 'en')} />
}
