import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ProtectionPage } from '@/components/oversight/protection-page'
import { requireActor } from '@/lib/access/actor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oversight'))('protection.title') }
}

export default async function Page() {
  return <ProtectionPage actor={await requireActor('protection.read')} />
}
