import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { YearView } from '@/components/outreach/events/year-view'
import { requireActor } from '@/lib/access/actor'
import { yearEvents } from '@/lib/outreach/events/queries'
import { nextFlagDay } from '@/lib/outreach/events/rules'
import { now, today } from '@/lib/platform/clock'
import { partsOf } from '@/lib/platform/day'

type Props = { searchParams: Promise<{ year?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('events'))('title') }
}

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor('event.manage')
  const wanted = (await searchParams).year
  const year = wanted && /^(19|20|21)\d\d$/.test(wanted) ? Number(wanted) : partsOf(today()).year
  return <YearView year={year} events={await yearEvents(actor, year)} flagDay={nextFlagDay(today())} now={now()} />
}
