import { getTranslations } from 'next-intl/server'
import { VolunteerFormPage } from '@/components/volunteering/volunteer-form-page'
import { requireActor } from '@/lib/access/actor'
import { volunteerLists } from '@/lib/volunteering/volunteers/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('volunteering'))('form.title') }
}

export default async function Page() {
  return <VolunteerFormPage volunteer={null} lists={await volunteerLists(await requireActor('volunteer.manage'))} />
}
