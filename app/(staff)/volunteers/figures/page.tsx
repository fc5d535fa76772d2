import { getTranslations } from 'next-intl/server'
import { FiguresPage } from '@/components/volunteering/figures/figures-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { volunteerNumbers } from '@/lib/volunteering/figures/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('volunteerFigures'))('title') }
}

export default async function Page() {
  const actor = await requireActor('volunteer.figures')
  return <FiguresPage numbers={await volunteerNumbers(actor)} opens={can(actor, 'volunteer.match')} />
}
