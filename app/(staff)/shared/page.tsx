import { getTranslations } from 'next-intl/server'
import { SharedPage } from '@/components/consent/shared-page'
import { requireActor } from '@/lib/access/actor'
import { sharedPeople } from '@/lib/consent/sharing/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('consent.shared'))('title') }
}

export default async function Page() {
  return <SharedPage people={await sharedPeople(await requireActor('person.read.shared'))} />
}
