import { useLocale, useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { ActionButton } from '@/components/ui/action-button'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'
import { joinAsVolunteer, leaveAsVolunteer, logGroupMeeting } from '@/lib/volunteering/groups/actions'
import type { OpenGroup } from '@/lib/volunteering/groups/queries'
import { GroupForm } from './group-form'

/** One group: its volunteers by name, its citizens as a number, and every time it met. */
export function GroupPage({ found: { group, kinds, members, meetings, others }, today, mayManage }: { found: OpenGroup; today: Day; mayManage: boolean }) {
  const [t, locale] = [useTranslations('groups'), useLocale()]
  const kind = kinds.find(({ code }) => code === group.kind)
  return (
    <>
      <PageHeading above={<BackLink href="/volunteers/groups">{t('title')}</BackLink>} title={group.name} lead={[nameOf(kind, locale), group.meets, group.place].filter(Boolean).join(' · ')} tags={group.closed && <Tag>{t('closed')}</Tag>} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="space-y-6">
          <Card title={t('helpers')} foot={group.leader ? t('ledBy', { name: group.leader.name }) : undefined}>
            {members.length === 0 ? <p className="text-muted">{t('noHelpers')}</p> : (
              <ul className="divide-y divide-line">{members.map((one) => (
                <li key={one.id} className="flex flex-wrap items-center justify-between gap-2 py-1.5"><span><a href={`/volunteers/${one.id}`}>{one.name}</a> <span className="text-sm text-muted">{t('since', { day: formatDay(one.since, locale) })}</span></span>
                  {mayManage && <ActionButton action={leaveAsVolunteer} values={{ groupId: group.id, volunteerId: one.id }} size="small" variant="quiet">{t('leaves')}<span className="sr-only"> {one.name}</span></ActionButton>}</li>
              ))}</ul>
            )}
            {mayManage && others.length > 0 && <div className="mt-4"><FieldsForm action={joinAsVolunteer} hidden={{ groupId: group.id }} fields={[{ type: 'select', name: 'volunteerId', label: t('add'), placeholder: t('choose'), options: others.map(({ id, name }) => ({ value: id, label: name })) }]} submit={t('addSubmit')} variant="secondary" /></div>}
          </Card>
          {kind?.citizens && <Card title={t('citizens')}><p>{group.seats === null ? t('many', { count: group.citizens }) : t('ofSeats', { many: group.citizens, seats: group.seats })}</p><p className="text-sm text-muted">{t('citizensLead')}</p></Card>}
          <Card title={t('meetings')}>
            {meetings.length === 0 ? <p className="text-muted">{t('noMeetings')}</p> : <ul className="space-y-1">{meetings.map((one) => <li key={one.id}><strong>{formatDay(one.onDay, locale)}</strong> · {t('came', { volunteers: one.volunteers, citizens: one.citizens })}</li>)}</ul>}
            {mayManage && <div className="mt-4"><FieldsForm action={logGroupMeeting} hidden={{ groupId: group.id }} submit={t('log')} fields={[{ type: 'date', name: 'on', label: t('metOn'), value: today }, { type: 'row', name: 'numbers', fields: [
              { type: 'text', name: 'volunteers', label: t('helpers'), width: 'short', numeric: true }, { type: 'text', name: 'citizens', label: t('citizens'), width: 'short', numeric: true }] }]} /></div>}
          </Card>
        </div>
        {mayManage && <Card title={t('about')}><GroupForm group={group} kinds={kinds} others={[...members, ...others]} /></Card>}
      </div>
    </>
  )
}
