import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { BookingView } from '@/components/outreach/talks/booking-view'
import { requireActor } from '@/lib/access/actor'
import { booking } from '@/lib/outreach/talks/queries'

type Props = { searchParams: Promise<{ person?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('talks.book'))('title') }
}

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor('outreach.record')
  const wanted = z.uuid().safeParse((await searchParams).person)
  const { person, talk, slots } = wanted.success ? await booking(actor, wanted.data) : { person: null, talk: null, slots: [] }
  if (!person) notFound()
  return <BookingView person={person} talk={talk} slots={slots} />
}
