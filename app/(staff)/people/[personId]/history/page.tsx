import { HistoryPage } from '@/components/people/history-page'
import { requireActor } from '@/lib/access/actor'
import { HISTORY_PAGE, personHistory } from '@/lib/people/history/queries'
import { historyView } from '@/lib/people/history/schema'
import { frameOf, nextStep, personTitle } from '../person-route'

export const generateMetadata = personTitle

type Props = { params: Promise<{ personId: string }>; searchParams: Promise<Record<string, string>> }

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor('person.read')
  const view = historyView.parse(await searchParams)
  const { more, frame } = frameOf(actor, await personHistory(actor, (await params).personId, view, nextStep))
  return <HistoryPage {...frame} {...view} history={more} pageSize={HISTORY_PAGE} />
}
