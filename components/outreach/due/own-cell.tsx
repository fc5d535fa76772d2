import { useLocale, useTranslations } from 'next-intl'
import { WorkingDaysLeft } from '@/components/ui/working-days-left'
import type { ListQueue } from '@/lib/outreach/due/list/queues'
import type { ListRow } from '@/lib/outreach/due/list/rows'
import { formatPhone } from '@/lib/people/phones/rules'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { WhyUnder } from '../why'

/** The column that belongs to the chosen queue: what it is about, in words and dates. */
export function OwnCell({ row, queue }: { row: ListRow; queue: ListQueue }) {
  const t = useTranslations('outreach')
  const locale = useLocale()
  const on = (day: Day) => formatDay(day, locale, 'short')
  if (row.reply && queue !== 'NO_REPLY') return <ReplyCell reply={row.reply} />
  if (queue === 'NO_REPLY' && row.step) return <StepCell row={row} />
  if (queue === 'NEVER' && row.due?.kind === 'reconsider') {
    return <WhyUnder why={row.due.why}><span>{t('own.reconsider', { date: on(row.due.day) })}</span><WorkingDaysLeft days={row.due.lateness.workingDays} /></WhyUnder>
  }
  if (row.returnedOn) return <span>{t('own.returned', { date: on(row.returnedOn) })}</span>
  if (row.due?.earliest && row.wish?.kind === 'LATER') return <span>{t('own.later', { date: on(row.due.earliest) })}</span>
  if (row.wish) return <span>{t(`wish.${row.wish.kind}`)}</span>
  if (row.due?.kind === 'reconsider' || !row.due) return null
  return <span>{t(`kind.${row.due.kind}`)} · {t(`channel.${row.channel}`)}</span>
}

function StepCell({ row }: { row: ListRow }) {
  const t = useTranslations('outreach')
  const locale = useLocale()
  if (!row.step) return null
  const tried = row.lastAttemptOn && row.step.attempts > 0 ? `, ${t('own.lastAttempt', { date: formatDay(row.lastAttemptOn, locale, 'short') })}` : ''
  return (
    <WhyUnder why={row.step.why}>
      <strong>{t(`step.${row.step.kind}`)}</strong>
      <WorkingDaysLeft days={row.step.lateness.workingDays} />
      <span className="text-sm text-muted">{t('own.attempts', { count: row.step.attempts })}{tried}</span>
    </WhyUnder>
  )
}

function ReplyCell({ reply }: { reply: NonNullable<ListRow['reply']> }) {
  const t = useTranslations('outreach')
  const locale = useLocale()
  return (
    <div className="space-y-0.5">
      <p><strong>{t('own.waiting', { kind: t(`reply.${reply.kind}`), date: formatDay(reply.receivedOn, locale, 'short') })}</strong>{reply.booked && `, ${t('own.booked')}`}</p>
      {reply.phone && <p><a href={`tel:${reply.phone}`}>{t('action.call', { phone: formatPhone(reply.phone) })}</a></p>}
      {reply.message && <p className="max-w-text text-sm">{t('panel.message', { text: reply.message })}</p>}
    </div>
  )
}
