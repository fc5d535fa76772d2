import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { GlassPage } from '@/components/oversight/break-glass/glass-page'
import { requireActor } from '@/lib/access/actor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oversight.glass'))('title') }
}

export default async function Page() {
  await requireActor('break-glass.use')
  return <GlassPage />
}
