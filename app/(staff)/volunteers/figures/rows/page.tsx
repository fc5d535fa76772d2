import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { FigureRowsPage } from '@/components/volunteering/figures/rows-page'
import { requireActor } from '@/lib/access/actor'
import { figureRows } from '@/lib/volunteering/figures/queries'
import { askedRows } from '@/lib/volunteering/figures/schema'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  return { title: (await getTranslations('volunteerFigures'))('rows') }
}

export default async function Page({ searchParams }: Props) {
  const [actor, asked] = [await requireActor('volunteer.match'), askedRows(await searchParams)]
  const found = asked && (await figureRows(actor, asked))
  if (!asked || !found) notFound()
  return <FigureRowsPage found={found} asked={asked} />
}
