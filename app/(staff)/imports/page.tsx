import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ImportsPage } from '@/components/imports/imports-page'
import { requireActor } from '@/lib/access/actor'
import { importHistory } from '@/lib/people/register-import/queries'
import { batchView } from '@/lib/people/register-import/schema'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('page.title') }
}

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor('import.run')
  const { page } = batchView.parse(await searchParams)
  return <ImportsPage history={await importHistory(actor, page)} page={page} />
}
