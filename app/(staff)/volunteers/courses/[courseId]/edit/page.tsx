import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CourseFormPage } from '@/components/volunteering/courses/course-form-page'
import { requireActor } from '@/lib/access/actor'
import { openCourse } from '@/lib/volunteering/courses/queries'

export async function generateMetadata() {
  return { title: (await getTranslations('courses'))('change') }
}

export default async function Page({ params }: { params: Promise<{ courseId: string }> }) {
  const actor = await requireActor('volunteer.manage')
  const found = await openCourse(actor, (await params).courseId)
  if (!found || found.course.cancelledOn) notFound()
  return <CourseFormPage course={found.course} />
}
