import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SealsPage } from '@/components/audit/seals-page'
import { requireActor } from '@/lib/access/actor'
import { sealStatus } from '@/lib/access/trail/seals/queries'
import { now } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit.seals'))('title') }
}

export default async function Page() {
  const actor = await requireActor('audit.read')
  return <SealsPage status={await sealStatus(actor)} now={now()} />
}
