import { getTranslations } from 'next-intl/server'
import { ReceivedList } from '@/components/casework/referrals/received-list'
import { SharedPage } from '@/components/consent/shared-page'
import { requireActor } from '@/lib/access/actor'
import { receivedReferrals } from '@/lib/casework/referrals/received/queries'
import { sharedPeople } from '@/lib/consent/sharing/queries'
import { today } from '@/lib/platform/clock'

export async function generateMetadata() {
  return { title: (await getTranslations('consent.shared'))('title') }
}

export default async function Page() {
  const actor = await requireActor('person.read.shared')
  return <SharedPage people={await sharedPeople(actor)}><ReceivedList received={await receivedReferrals(actor)} today={today()} /></SharedPage>
}
