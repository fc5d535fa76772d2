import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TrailPage } from '@/components/audit/trail-page'
import { requireActor } from '@/lib/access/actor'
import { searchTrail } from '@/lib/access/trail/queries'
import { readFilter } from '@/lib/access/trail/rules'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') }
}

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor('audit.read')
  const filter = readFilter(await searchParams)
  return <TrailPage filter={filter} found={await searchTrail(actor, filter)} />
}
