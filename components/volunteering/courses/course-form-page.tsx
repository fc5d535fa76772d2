import { useFormatter, useTranslations } from 'next-intl'
import type { FieldSpec } from '@/components/people/forms/field-spec'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import { addCourse, changeCourse } from '@/lib/volunteering/courses/actions'
import type { Course } from '@/lib/volunteering/courses/queries'
import { trainingKinds } from '@/lib/volunteering/training/rules'

/** A course to offer, or one that is offered already. */
export function CourseFormPage({ course: c }: { course: Course | null }) {
  const [t, v, format] = [useTranslations('courses'), useTranslations('volunteering'), useFormatter()]
  const back = c ? `/volunteers/courses/${c.id}` : '/volunteers/courses'
  const hours = c?.minutes ? format.number(c.minutes / 60, { maximumFractionDigits: 2, useGrouping: false }) : undefined
  const fields: FieldSpec[] = [
    { type: 'radio', name: 'kind', label: v('change.training'), options: trainingKinds.map((value) => ({ value, label: v(`training.${value}`), help: v(`trainingHelp.${value}`) })), value: c?.kind },
    { type: 'text', name: 'title', label: v('change.title'), value: c?.title },
    { type: 'date', name: 'on', label: t('on'), value: c?.onDay ?? null },
    { type: 'row', name: 'when', fields: [{ type: 'text', name: 'starts', label: t('starts'), width: 'short', value: c?.starts }, { type: 'text', name: 'hours', label: v('change.hours'), width: 'short', optional: true, value: hours }] },
    { type: 'text', name: 'place', label: t('place'), value: c?.place },
    { type: 'text', name: 'seats', label: t('seats'), width: 'short', numeric: true, value: c ? String(c.seats) : undefined },
  ]
  const hidden: Record<string, string> = c ? { courseId: c.id, version: String(c.version) } : {}
  return (
    <>
      <PageHeading above={<BackLink href={back}>{t('back')}</BackLink>} title={t(c ? 'change' : 'new')} />
      <div className="card max-w-3xl p-(--card-pad)"><FieldsForm action={c ? changeCourse : addCourse} fields={fields} hidden={hidden} submit={t(c ? 'save' : 'offer')} cancel={{ href: back, label: v('form.cancel') }} /></div>
    </>
  )
}
