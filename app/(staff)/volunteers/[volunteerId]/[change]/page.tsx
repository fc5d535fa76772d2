import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ChangePage } from '@/components/volunteering/change-page'
import { VolunteerFormPage } from '@/components/volunteering/volunteer-form-page'
import { requireActor } from '@/lib/access/actor'
import { today } from '@/lib/platform/clock'
import { changeOf } from '@/lib/volunteering/path/schema'
import { openVolunteer } from '@/lib/volunteering/volunteers/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('volunteering'))('one') }
}

export default async function Page({ params }: { params: Promise<{ volunteerId: string; change: string }> }) {
  const [actor, day, { volunteerId, change: asked }] = [await requireActor('volunteer.manage'), today(), await params]
  const found = await openVolunteer(actor, volunteerId, day)
  const change = found && changeOf(asked, found)
  if (!found || !change) notFound()
  return change.kind === 'edit' ? <VolunteerFormPage volunteer={found.volunteer} lists={found.lists} /> : <ChangePage change={change} found={found} today={day} />
}
