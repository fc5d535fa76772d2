import { getTranslations } from 'next-intl/server'
import { PlanPage } from '@/components/volunteering/matching/plan-page'
import { requireActor } from '@/lib/access/actor'
import { today } from '@/lib/platform/clock'
import { planForAll } from '@/lib/volunteering/matching/plan/queries'
import { planView } from '@/lib/volunteering/matching/plan/schema'

export async function generateMetadata() {
  return { title: (await getTranslations('matching'))('plan.title') }
}

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, view] = [await requireActor('volunteer.match'), planView.parse(await searchParams)]
  return <PlanPage plan={await planForAll(actor, today(), view)} view={view} lead={actor.name} />
}
