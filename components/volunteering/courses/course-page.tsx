import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { ActionButton } from '@/components/ui/action-button'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { PrintButton } from '@/components/ui/print-button'
import { Tag } from '@/components/ui/tag'
import { formatClock, formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { cancelCourse, giveUpSeat, recordAttendance, takeSeat } from '@/lib/volunteering/courses/actions'
import type { OpenCourse } from '@/lib/volunteering/courses/queries'
import { mayRecord } from '@/lib/volunteering/courses/rules'

type Props = { found: OpenCourse; today: Day; mayManage: boolean }
const tones = { signed: 'info', 'gave-up': 'neutral', attended: 'success', absent: 'warning' } as const

/** A course: when and where, who signed up, and from its day on who took part. */
export function CoursePage({ found, today, mayManage }: Props) {
  const [t, kinds, locale, format] = [useTranslations('courses'), useTranslations('volunteering'), useLocale(), useFormatter()]
  const { course: c, seats } = found
  // Those the reader may know nothing of: that they have a seat, and no more.
  const hidden = c.taken - seats.filter(({ state }) => state !== 'gave-up').length
  const open = seats.filter(({ state }) => state === 'signed' || state === 'absent')
  return (
    <>
      <PageHeading above={<BackLink href="/volunteers/courses">{t('back')}</BackLink>} title={c.title} lead={kinds(`training.${c.kind}`)} tags={c.cancelledOn && <Tag tone="neutral">{t('cancelled')}</Tag>}
        actions={<><PrintButton>{t('print')}</PrintButton>{mayManage && !c.cancelledOn && <LinkButton href={`/volunteers/courses/${c.id}/edit`}>{t('change')}</LinkButton>}</>} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="space-y-6">
          <Card title={t('when')}>
            <DescriptionList items={[
              { key: 'on', label: t('on'), value: t('at', { day: formatDay(c.onDay, locale), time: formatClock(c.starts, locale) }) },
              ...(c.minutes === null ? [] : [{ key: 'hours', label: t('length'), value: kinds('hours', { hours: format.number(c.minutes / 60, { maximumFractionDigits: 2 }) }) }]),
              { key: 'place', label: t('place'), value: c.place },
              { key: 'seats', label: t('seats'), value: <>{t('taken', { taken: c.taken, seats: c.seats })}{hidden > 0 && <span className="block text-sm text-muted">{t('hidden', { count: hidden })}</span>}</> },
            ]} />
            {mayManage && !c.cancelledOn && c.attended === 0 && <div className="form-actions no-print mt-4"><ActionButton action={cancelCourse} values={{ courseId: c.id }} variant="quiet">{t('cancel')}</ActionButton></div>}
          </Card>
          <Card title={t('signed')}>
            {seats.length === 0 ? <p className="text-muted">{t('nobody')}</p> : (
              <ul className="divide-y divide-line">{seats.map((one) => (
                <li key={one.volunteerId} className="flex flex-wrap items-center justify-between gap-2 py-2">
                  <span><a href={`/volunteers/${one.volunteerId}`}>{one.name}</a> <Tag tone={tones[one.state]}>{t(`state.${one.state}`)}</Tag></span>
                  {mayManage && one.state === 'signed' && <span className="no-print"><ActionButton action={giveUpSeat} values={{ courseId: c.id, volunteerId: one.volunteerId }} size="small" variant="quiet">{t('giveUp')}<span className="sr-only">: {one.name}</span></ActionButton></span>}
                </li>
              ))}</ul>
            )}
          </Card>
        </div>
        {mayManage && !c.cancelledOn && (
          <div className="no-print space-y-6">
            {mayRecord(c, today) && open.length > 0 && (
              <Card title={t('attendance')}><p className="mb-4 max-w-text">{t('attendanceLead')}</p><FieldsForm action={recordAttendance} hidden={{ courseId: c.id }} submit={t('attendanceSave')} fields={[{ type: 'ticks', name: 'present', label: t('present'), options: open.map((one) => ({ value: one.volunteerId, label: one.name })), values: open.filter(({ state }) => state === 'signed').map(({ volunteerId }) => volunteerId), optional: true }]} /></Card>
            )}
            {c.taken >= c.seats ? <Card title={t('sign')}><p className="text-muted">{t('full')}</p></Card> : (
              <Card title={t('sign')}><FieldsForm action={takeSeat} hidden={{ courseId: c.id }} submit={t('signNow')} fields={[{ type: 'select', name: 'volunteerId', label: t('who'), placeholder: t('choose'), options: found.others.map(({ id, name, number }) => ({ value: id, label: `${name} (${number})` })) }]} /></Card>
            )}
          </div>
        )}
      </div>
    </>
  )
}
