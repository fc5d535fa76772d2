import { getTranslations } from 'next-intl/server'
import { MatchesPage } from '@/components/volunteering/matches/matches-page'
import { requireActor } from '@/lib/access/actor'
import { today } from '@/lib/platform/clock'
import { listMatches } from '@/lib/volunteering/matches/queries'
import { matchesView } from '@/lib/volunteering/matches/schema'

export async function generateMetadata() {
  return { title: (await getTranslations('matches'))('title') }
}

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, view] = [await requireActor('volunteer.match'), matchesView.parse(await searchParams)]
  return <MatchesPage list={await listMatches(actor, today(), view)} view={view} />
}
