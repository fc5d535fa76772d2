import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LinkButton } from '@/components/ui/link-button'
import type { Changed } from '@/lib/people/record/facts/sql'
import { formatDay, formatMoment } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'

/** The link to the form of a section; nothing where the reader may not change it. */
export function EditLink({ may, personId, section, row, label }: { may: boolean; personId: string; section: string; row?: string; label: string }) {
  if (!may) return null
  return <LinkButton href={`/people/${personId}/edit/${section}${row ? `?row=${row}` : ''}`} variant="quiet" size="small">{label}</LinkButton>
}

/** When the facts of a card last changed, and who did it. */
export function ChangedText({ changed }: { changed?: Changed }) {
  const t = useTranslations('people.card')
  const locale = useLocale()
  if (!changed) return null
  const when = formatMoment(new Date(changed.at), locale, 'short')
  return changed.by ? t('changedBy', { when, name: changed.by }) : when
}

/** '12.03.2009 – 20.08.2009', 'fra 12.03.2009', or nothing. */
export function PeriodText({ fromDay, toDay }: { fromDay: Day | null; toDay: Day | null }) {
  const t = useTranslations('people.card')
  const locale = useLocale()
  const date = (day: Day) => formatDay(day, locale, 'short')
  if (fromDay && toDay) return <span className="tabular">{date(fromDay)} – {date(toDay)}</span>
  if (fromDay) return <span className="tabular">{t('from', { date: date(fromDay) })}</span>
  return toDay && <span className="tabular">{t('until', { date: date(toDay) })}</span>
}

/** What is over, folded away. */
export function Former({ count, children }: { count: number; children: ReactNode }) {
  const t = useTranslations('people.card')
  if (count === 0) return null
  return <details className="mt-2 text-muted"><summary>{t('former', { count })}</summary><div className="mt-1">{children}</div></details>
}

export function Nothing({ children }: { children?: ReactNode }) {
  const t = useTranslations('people.card')
  return <p className="text-muted">{children ?? t('none')}</p>
}

/** One fact to a line, with its small actions at the end. */
export function FactRow({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return <li className="flex flex-wrap items-center justify-between gap-x-3 border-b border-line py-1 last:border-0"><div className="min-w-0">{children}</div>{actions && <div className="no-print flex flex-wrap items-center gap-1">{actions}</div>}</li>
}

/** Where facts come from: a known source by its name, another as it is written. */
export function sourceName(t: { (key: string): string; has: (key: string) => boolean }, source: string): string {
  return t.has(`source.${source}`) ? t(`source.${source}`) : source
}
