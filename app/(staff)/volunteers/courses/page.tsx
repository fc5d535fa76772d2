import { getTranslations } from 'next-intl/server'
import { CoursesPage } from '@/components/volunteering/courses/courses-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { listCourses } from '@/lib/volunteering/courses/queries'
import { courseView } from '@/lib/volunteering/courses/schema'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  return { title: (await getTranslations('courses'))('title') }
}

export default async function Page({ searchParams }: Props) {
  const [actor, { tab }] = [await requireActor('volunteer.read'), courseView.parse(await searchParams)]
  return <CoursesPage list={await listCourses(actor, tab, today())} tab={tab} mayManage={can(actor, 'volunteer.manage')} />
}
