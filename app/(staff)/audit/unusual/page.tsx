import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { UnusualPage } from '@/components/oversight/unusual/unusual-page'
import { requireActor } from '@/lib/access/actor'
import { unusualList } from '@/lib/oversight/unusual/queries'
import { readShown } from '@/lib/oversight/unusual/rules'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oversight.unusual'))('title') }
}

export default async function Page({ searchParams }: { searchParams: Promise<{ show?: string | string[] }> }) {
  const actor = await requireActor('audit.review')
  const which = readShown((await searchParams).show)
  return <UnusualPage which={which} list={await unusualList(actor, which)} />
}
