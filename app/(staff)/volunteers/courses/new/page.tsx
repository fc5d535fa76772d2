import { getTranslations } from 'next-intl/server'
import { CourseFormPage } from '@/components/volunteering/courses/course-form-page'
import { requireActor } from '@/lib/access/actor'

export async function generateMetadata() {
  return { title: (await getTranslations('courses'))('new') }
}

export default async function Page() {
  await requireActor('volunteer.manage')
  return <CourseFormPage course={null} />
}
