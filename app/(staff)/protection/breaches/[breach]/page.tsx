import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { BreachPage } from '@/components/oversight/breaches/breach-page'
import { requireActor } from '@/lib/access/actor'
import { breach } from '@/lib/oversight/breaches/queries'
import { now } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oversight'))('breach.title') }
}

export default async function Page({ params }: { params: Promise<{ breach: string }> }) {
  const actor = await requireActor('breach.manage')
  const found = await breach(actor, (await params).breach)
  if (!found) notFound()
  return <BreachPage found={found} now={now()} />
}
