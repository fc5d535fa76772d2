import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CoursePage } from '@/components/volunteering/courses/course-page'
import { requireActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { openCourse } from '@/lib/volunteering/courses/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('courses'))('one') }
}

export default async function Page({ params }: { params: Promise<{ courseId: string }> }) {
  const actor = await requireActor('volunteer.read')
  const found = await openCourse(actor, (await params).courseId)
  if (!found) notFound()
  return <CoursePage found={found} today={today()} mayManage={can(actor, 'volunteer.manage')} />
}
