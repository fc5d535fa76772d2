import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { RowsPage } from '@/components/casework/management/rows-page'
import { requireActor } from '@/lib/access/actor'
import { figureRows } from '@/lib/casework/management/queries'
import { askedOf, pageIn } from '@/lib/casework/management/schema'
import { today } from '@/lib/platform/clock'

export async function generateMetadata() {
  return { title: (await getTranslations('management'))('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor('management.read')
  const params = await searchParams
  const [asked, page] = [askedOf(params, today()), pageIn.parse(params.page)]
  if (!asked) notFound()
  return <RowsPage found={await figureRows(actor, asked, today(), page)} asked={asked} today={today()} page={page} />
}
