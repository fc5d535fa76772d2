import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ProtectionPage } from '@/components/oversight/protection-page'
import { requireActor } from '@/lib/access/actor'
import { protectionOverview } from '@/lib/oversight/overview/queries'
import { attentionOf } from '@/lib/oversight/overview/rules'
import { now, today } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oversight'))('protection.title') }
}

export default async function Page() {
  const actor = await requireActor('protection.read')
  return <ProtectionPage actor={actor} attention={attentionOf(await protectionOverview(actor, today()), today(), now())} />
}
