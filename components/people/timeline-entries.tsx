import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { entryTitle } from '@/components/casework/entry-title'
import type { IconName } from '@/components/ui/icon'
import { type TimelineEntry, TimelineList } from '@/components/ui/timeline-list'
import type { ContactChannel, ContactOutcome } from '@/lib/casework/contacts/rules'
import type { Timeline, TimelineRow } from '@/lib/people/timeline/sql'
import { formatDay, formatMoment, formatMonth } from '@/lib/platform/dates'
import { firstOfMonth } from '@/lib/platform/day'

const icons: Record<TimelineRow['kind'], IconName> = { contact: 'person', case: 'inbox', referral: 'forward', plan: 'forward', decision: 'check', measurement: 'info', letter: 'inbox', reply: 'back', attempt: 'retry', talk: 'calendar', task: 'check', wish: 'info', role: 'person', status: 'dot' }

/** Newest first under month headings; what the reader's rights leave out is counted, never hidden silently. */
export function TimelineEntries({ timeline, personId, newest, empty }: { timeline: Timeline; personId: string; /** These are the newest: a contact among them stands on the first page of the log. */ newest: boolean; empty: ReactNode }) {
  const t = useTranslations('people.timeline')
  const log = useTranslations('casework')
  const locale = useLocale()
  const months = [...Map.groupBy(timeline.rows, (row) => firstOfMonth(row.on))]
  return (
    <>
      {timeline.rows.length === 0 && empty}
      <TimelineList groups={months.map(([month, rows]) => ({ key: month, heading: formatMonth(month, locale), entries: rows.map((row) => entry(row)) }))} />
      {timeline.hidden > 0 && <p className="text-muted">{t('hidden', { count: timeline.hidden })}</p>}
    </>
  )

  /** As the log calls it. */
  function contactWords({ values }: TimelineRow): string {
    const { outcome, channel, da, en } = values as { outcome: ContactOutcome; channel: ContactChannel; da: string | null; en: string | null }
    return entryTitle({ outcome, channel, kind: da && en ? { nameDa: da, nameEn: en } : null }, log, locale)
  }

  function entry(row: TimelineRow): TimelineEntry {
    const when = row.at ? formatMoment(row.at, locale) : formatDay(row.on, locale)
    const letter = row.letterId && row.code !== 'letterReturned' ? <a href={`/people/${personId}/letters/${row.letterId}`} download>{t('open')}</a> : null
    const draft = row.code === 'draft'
    const words = row.kind === 'contact' && !draft ? contactWords(row) : t(`code.${row.code}`, { ...row.values, name: row.values[locale] ?? '' })
    return {
      key: row.key,
      // One's own and nobody else's: not for paper.
      screenOnly: draft,
      // A task that is still to be done has no moment yet, and no tick.
      icon: row.kind === 'task' && !row.at ? 'clock' : icons[row.kind],
      title: draft ? <a href={`/people/${personId}/contacts?draft=${row.key.slice('draft-'.length)}#log`}>{t('code.draft')}</a> : row.kind === 'contact' && newest ? <a href={`/people/${personId}/contacts#${row.key}`}>{words}</a> : words,
      meta: <>{row.by ? t('by', { when, name: row.by }) : when}{letter && <> · {letter}</>}</>,
      body: row.note ? <p className="whitespace-pre-line">{row.note}</p> : undefined,
    }
  }
}
