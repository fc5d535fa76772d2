import { getTranslations } from 'next-intl/server'
import { UnitPage } from '@/components/casework/progress/unit-page'
import { requireActor } from '@/lib/access/actor'
import { unitProgress } from '@/lib/casework/progress/unit/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('progress.unit'))('title') }
}

export default async function Page() {
  return <UnitPage progress={await unitProgress(await requireActor('progress.overview'))} />
}
