import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import type { Tone } from '@/components/ui/tone'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import type { CompanionLine } from '@/lib/volunteering/companions/day/queries'
import type { DayKind } from '@/lib/volunteering/companions/day/rules'

const tones: Record<DayKind, Tone> = { 'fell-out': 'error', attorney: 'error', again: 'warning', 'follow-up': 'info', unmet: 'warning' }

/** On the first page: meetings with a companion that ask something of the reader, each to its own page. Nothing when there is none. */
export function CompanionDayCard({ lines, today }: { lines: CompanionLine[]; today: Day }) {
  const [t, locale] = [useTranslations('companions.day'), useLocale()]
  if (lines.length === 0) return null
  return (
    <Card title={t('title')}>
      <ul className="divide-y divide-line">
        {lines.map((one) => (
          <li key={one.id} className="py-2 first:pt-0">
            <p className="flex flex-wrap items-center gap-x-2"><Link href={`/people/${one.personId}/companions/${one.id}`} prefetch={false}>{one.name}</Link><Tag tone={one.kind === 'follow-up' && one.day < today ? 'error' : tones[one.kind]}>{t(`tag.${one.kind}`, { day: formatDay(one.day, locale) })}</Tag></p>
            <p className="max-w-text text-sm text-muted">{one.what} · {t(`say.${one.kind}`)}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
