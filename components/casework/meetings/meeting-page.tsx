import { useLocale, useTranslations } from 'next-intl'
import { SmallForm } from '@/components/casework/small-form'
import { ActionButton } from '@/components/ui/action-button'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { DescriptionList } from '@/components/ui/description-list'
import { EmptyState } from '@/components/ui/empty-state'
import { Explain } from '@/components/ui/explain'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { PrintButton } from '@/components/ui/print-button'
import { Tag } from '@/components/ui/tag'
import { callMeetingAgain, cancelMeeting, endMeeting } from '@/lib/casework/meetings/actions'
import type { MeetingRow, OpenMeeting } from '@/lib/casework/meetings/queries'
import { cancelReasons, mayCallAgain } from '@/lib/casework/meetings/rules'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'
import { MeetingItem } from './meeting-item'

/** One meeting: the table, the agenda as far as the reader may read it, and what was decided. Prints as it stands. */
export function MeetingPage({ found: { meeting, items, nextId }, today, mayManage }: { found: OpenMeeting; today: Day; mayManage: boolean }) {
  const [t, locale] = [useTranslations('meetings'), useLocale()]
  const [held, arrived] = [meeting.heldAt !== null, meeting.onDay <= today]
  const hidden = items.filter(({ open }) => open === null).length
  const [runs, cancelled] = [mayManage && meeting.own && !held && meeting.cancelledAt === null, meeting.cancelledWhy]
  const decided = items.some(({ open }) => open && open.minutes.length > 0)
  const actions = (
    <>
      {runs && arrived && <ActionButton action={endMeeting} values={{ meetingId: meeting.id }} variant="primary">{t('end')}</ActionButton>}
      {runs && <LinkButton href={`/meetings/${meeting.id}/edit`}>{t('change')}</LinkButton>}
      {cancelled && mayManage && meeting.own && mayCallAgain(meeting, today) && <ActionButton action={callMeetingAgain} values={{ meetingId: meeting.id }}>{t('callAgain')}</ActionButton>}
      <PrintButton>{t('print')}</PrintButton>
    </>
  )
  return (
    <>
      <PageHeading above={<BackLink href="/meetings">{t('back')}</BackLink>} title={t('titleOf', { day: formatDay(meeting.onDay, locale) })} tags={cancelled ? <Tag>{t('isCancelled')}</Tag> : held ? <Tag tone="success">{t('isHeld')}</Tag> : meeting.onDay === today ? <Tag tone="info">{t('today')}</Tag> : arrived && <Tag tone="warning">{t('forgotten')}</Tag>} actions={actions} />
      <div className="max-w-3xl space-y-6">
        {cancelled && <Alert>{t(`cancel.said.${cancelled}`)}{items.length > 0 && <> {t('cancel.left')}</>}</Alert>}
        <Facts meeting={meeting} />
        {meeting.partners && <Alert tone="warning">{t('partnersListen', { names: meeting.partners })}</Alert>}
        <section aria-labelledby="agenda">
          <h2 id="agenda" className="mb-2">{t('agenda')}</h2>
          {items.length === 0 && <EmptyState title={t('noItems')} icon="inbox">{held ? t('noItemsHeld') : t('noItemsLead')}</EmptyState>}
          {hidden > 0 && <p className="mb-2 max-w-text text-muted">{t('hidden', { count: hidden })}</p>}
          <ol className="space-y-4">{items.map((item) => <MeetingItem key={item.nth} item={item} held={held} today={today} />)}</ol>
        </section>
        {runs && arrived && items.length > 0 && <p className="no-print max-w-text text-sm text-muted">{t(meeting.repeats === 'none' ? 'endHelp' : 'endHelpNext')}</p>}
        {runs && !decided && (
          <div className="no-print">
            <Explain summary={t('cancel.title')}>
              <p className="mb-2 max-w-text">{t(meeting.repeats === 'none' ? 'cancel.lead' : 'cancel.leadNext')}</p>
              <SmallForm action={cancelMeeting} scope="cancel" hidden={{ meetingId: meeting.id }} submit={t('cancel.submit')} variant="danger" fields={[{ kind: 'radio', name: 'reason', label: t('cancel.why'), options: cancelReasons.map((value) => ({ value, label: t(`cancel.reason.${value}`) })) }]} />
            </Explain>
          </div>
        )}
        {nextId && <p className="no-print"><LinkButton href={`/meetings/${nextId}`} size="small">{t('next')}</LinkButton></p>}
        <div className="no-print"><Explain summary={t('help')}><p>{t('helpRead')}</p><p className="mt-2">{t('helpHeld')}</p></Explain></div>
      </div>
    </>
  )
}

function Facts({ meeting }: { meeting: MeetingRow }) {
  const [t, locale] = [useTranslations('meetings'), useLocale()]
  const unitName = (unit: { nameDa: string; nameEn: string }) => nameOf(unit, locale)
  const units = [...new Set(meeting.participants.map(({ unit }) => (unit ? unitName(unit) : t('noUnit'))))]
  const seats = units.map((name) => `${name}: ${meeting.participants.filter(({ unit }) => (unit ? unitName(unit) : t('noUnit')) === name).map((one) => one.name).join(', ')}`)
  return (
    <DescriptionList items={[
      { key: 'when', label: t('when'), value: t('at', { day: formatDay(meeting.onDay, locale, 'weekday'), time: meeting.starts }) },
      { key: 'place', label: t('place'), value: meeting.place },
      { key: 'unit', label: t('unit'), value: unitName(meeting.unit) },
      { key: 'seats', label: t('participants'), value: <ul>{seats.map((one) => <li key={one}>{one}</li>)}</ul> },
      ...(meeting.partners ? [{ key: 'partners', label: t('partners'), value: meeting.partners }] : []),
      { key: 'repeats', label: t('howOften'), value: t(`repeats.${meeting.repeats}`) },
    ]} />
  )
}
