import { FiguresPage } from '@/components/outreach/figures/figures-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { outreachMonths } from '@/lib/outreach/figures/queries'
import { today } from '@/lib/platform/clock'

export default async function Page() {
  const actor = await requireActor('outreach.figures')
  return <FiguresPage months={await outreachMonths(actor, today())} exact={can(actor, 'outreach.read')} />
}
