import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { ActionButton } from '@/components/ui/action-button'
import { Tag } from '@/components/ui/tag'
import { takeOffMeeting } from '@/lib/casework/meetings/actions'
import type { CaseMeeting } from '@/lib/casework/meetings/sql'
import { formatDay, formatMoment } from '@/lib/platform/dates'
import { nameOf } from '@/lib/platform/i18n/named'

/** The meetings a case is marked for, and what was decided at those it was at. Nothing when there are none. */
export function CaseMeetings({ personId, meetings, mayChange }: { personId: string; meetings: CaseMeeting[]; mayChange: boolean }) {
  const [t, locale] = [useTranslations('meetings'), useLocale()]
  if (meetings.length === 0) return null
  return (
    <section aria-label={t('onCase')}>
      <h4>{t('onCase')}</h4>
      <ul className="space-y-3">
        {meetings.map(({ itemId, meetingId, onDay, unit, held, cancelled, words, minutes }) => {
          const label = `${formatDay(onDay, locale)} · ${nameOf(unit, locale)}`
          return (
            <li key={itemId}>
              <div className="flex flex-wrap items-center gap-x-2">{meetingId ? <Link href={`/meetings/${meetingId}#item-${itemId}`} prefetch={false}>{label}</Link> : <span>{label}</span>} <Tag tone={held || cancelled ? 'neutral' : 'info'}>{t(held ? 'isHeld' : cancelled ? 'isCancelled' : 'onAgenda')}</Tag></div>
              <p className="max-w-text whitespace-pre-line text-muted">{words}</p>
              {minutes.length > 0 && <ul className="mt-1 space-y-1">{minutes.map((one) => (
                <li key={one.id} id={`minute-${one.id}`} className="max-w-text"><span className="whitespace-pre-line">{one.later && <Tag>{t('isAddition')}</Tag>} {one.text}</span><span className="block text-sm text-muted">{t('written', { name: one.by, when: formatMoment(one.at, locale, 'short') })}</span></li>
              ))}</ul>}
              {mayChange && !held && minutes.length === 0 && <ActionButton action={takeOffMeeting} values={{ personId, meetingItemId: itemId }} size="small" variant="quiet">{t('takeOff')}</ActionButton>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
