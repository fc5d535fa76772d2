import { useFormatter, useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { nameOf } from '@/lib/platform/i18n/named'
import type { Lists } from '@/lib/volunteering/list/sql'
import { kindOf } from '@/lib/volunteering/figures/rules'
import { rowsHref } from '@/lib/volunteering/figures/schema'
import { languages } from '@/lib/volunteering/volunteers/rules'

/** A number that opens its rows for whoever may; one that is kept back says so, and 0 opens nothing. */
export function Number({ division, part, n, opens, label }: { division: string; part: string; n: number | null; opens: boolean; label: string }) {
  const [t, format] = [useTranslations('volunteerFigures'), useFormatter()]
  if (n === null) return <span className="text-sm text-muted">{t('kept')}</span>
  if (n === 0 || !opens || part === 'others' || kindOf(division) === null) return <>{format.number(n)}</>
  return <Link href={rowsHref(division, part)} prefetch={false} aria-label={`${label}: ${n}`}>{format.number(n)}</Link>
}

/** What a part is called. */
export function usePartName(lists: Lists): (part: string) => string {
  const [t, v, locale] = [useTranslations('volunteerFigures.part'), useTranslations('volunteering.language'), useLocale()]
  const format = useFormatter()
  const own = ['others', 'unknown', 'none', 'all', 'never', 'often', 'young', 'rest'] as const
  return (part) => {
    const known = own.find((one) => one === part)
    if (known) return t(known)
    if (/^\d{4}-\d{2}$/.test(part)) return format.dateTime(new Date(`${part}-15T12:00:00Z`), { month: 'long', year: 'numeric' })
    const language = languages.find((one) => one === part)
    return language ? v(language) : nameOf([...lists.roles, ...lists.areas].find(({ code }) => code === part), locale) || part
  }
}

/** One subject of the page: the figures, and how they were counted. */
export function Subject({ id, title, how, children }: { id: string; title: string; how: string; children: ReactNode }) {
  return <Card id={id} title={title}>{children}<p className="mt-3 max-w-text text-sm text-muted">{how}</p></Card>
}

export function Days({ days }: { days: number | null }) {
  const [t, format] = [useTranslations('volunteerFigures'), useFormatter()]
  return days === null ? <span className="text-muted">–</span> : <>{days < 21 ? t('days', { count: days }) : t('weeks', { weeks: format.number(Math.round(days / 7)) })}</>
}
