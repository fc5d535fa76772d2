import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewBreachPage } from '@/components/oversight/breaches/new-breach-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { readFilter, trailHref } from '@/lib/access/trail/rules'
import { selectionFacts } from '@/lib/oversight/breaches/queries'
import { now } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oversight'))('breach.new') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor('breach.report')
  const filter = readFilter(await searchParams)
  const selection = trailHref(filter).split('?')[1] ?? ''
  const facts = selection !== '' && can(actor, 'audit.read') && can(actor, 'breach.manage') ? await selectionFacts(actor, filter) : null
  return <NewBreachPage now={now()} selection={facts ? selection : ''} facts={facts} />
}
