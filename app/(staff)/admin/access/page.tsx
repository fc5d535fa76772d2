import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ExplainPage } from '@/components/oversight/explain/explain-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { explained } from '@/lib/oversight/explain/queries'
import { readAsked } from '@/lib/oversight/explain/rules'
import { pageLocale } from '@/lib/platform/i18n/page-locale'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oversight'))('explain.title') }
}

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor('access.explain')
  const asked = readAsked(await searchParams)
  const found = await explained(actor, asked, await pageLocale())
  if (!found) notFound()
  const places = await getTranslations('frame.places')
  const back = can(actor, 'user.manage') ? { href: '/admin', label: places('admin') } : { href: '/audit', label: places('audit') }
  return <ExplainPage found={found} person={asked.person} back={back} />
}
