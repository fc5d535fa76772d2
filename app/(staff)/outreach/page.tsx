import { DuePage } from '@/components/outreach/due/due-page'
import { requireActor } from '@/lib/access/actor'
import { dueList } from '@/lib/outreach/due/list/queries'
import { listState, personIn } from '@/lib/outreach/due/list/schema'
import { personPanel } from '@/lib/outreach/due/panel/queries'
import { today } from '@/lib/platform/clock'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor('outreach.read')
  const params = await searchParams
  const state = listState(params)
  const open = personIn(params, 'open')
  // The panel first: what it shows may have just been changed by it, and the list is the newer of the two.
  const panel = open ? await personPanel(actor, open, today()) : null
  const list = await dueList(actor, today(), state)
  return <DuePage list={list} state={state} today={today()} last={personIn(params, 'last')} undo={personIn(params, 'undo')} panel={panel} />
}
