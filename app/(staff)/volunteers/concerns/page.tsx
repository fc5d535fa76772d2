import { getTranslations } from 'next-intl/server'
import { ConcernsPage } from '@/components/volunteering/concerns/concerns-page'
import { requireActor } from '@/lib/access/actor'
import { listConcerns } from '@/lib/volunteering/concerns/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('ownPage.concerns'))('title') }
}

export default async function Page() {
  return <ConcernsPage concerns={await listConcerns(await requireActor('volunteer.match'))} />
}
