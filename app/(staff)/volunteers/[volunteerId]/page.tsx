import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { VolunteerPage } from '@/components/volunteering/volunteer-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { matchesOf } from '@/lib/volunteering/matches/queries'
import { openVolunteer } from '@/lib/volunteering/volunteers/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('volunteering'))('one') }
}

export default async function Page({ params }: { params: Promise<{ volunteerId: string }> }) {
  const [actor, day] = [await requireActor('volunteer.read'), today()]
  const found = await openVolunteer(actor, (await params).volunteerId, day)
  if (!found) notFound()
  const meets = can(actor, 'volunteer.match') ? await matchesOf(actor, found.volunteer.id, day) : null
  return <VolunteerPage found={found} meets={meets} today={day} mayManage={can(actor, 'volunteer.manage')} />
}
