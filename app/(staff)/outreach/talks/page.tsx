import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FeedCard } from '@/components/outreach/talks/feed-card'
import { WeekView } from '@/components/outreach/talks/week-view'
import { requireActor } from '@/lib/access/actor'
import { feedState, weekSlots } from '@/lib/outreach/talks/queries'
import { mondayOf } from '@/lib/outreach/talks/rules'
import { now, today } from '@/lib/platform/clock'
import { isDay } from '@/lib/platform/day'

type Props = { searchParams: Promise<{ week?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('talks'))('title') }
}

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor('talk.manage')
  const { week } = await searchParams
  const monday = mondayOf(week && isDay(week) ? week : today())
  const [slots, feed] = [await weekSlots(actor, monday), await feedState(actor)]
  return (
    <>
      <WeekView monday={monday} today={today()} now={now()} slots={slots} />
      <FeedCard {...feed} />
    </>
  )
}
