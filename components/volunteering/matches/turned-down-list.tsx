import { useLocale, useTranslations } from 'next-intl'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import type { Cause, SaidBy } from '@/lib/volunteering/matching/rules'

type Refused = { key: string; name: string; href: string | null; cause: Cause; saidBy: SaidBy; onDay: Day; /** Null: whether what they said is another now, the reader may not know. */ changed: boolean | null }

/** Who is not proposed again, whose no it was and why, and what has to be another before they are. */
export function TurnedDownList({ rows }: { rows: readonly Refused[] }) {
  const [t, locale] = [useTranslations('matching'), useLocale()]
  return (
    <ul className="ms-5 list-disc space-y-1">{rows.map(({ key, name, href, cause, saidBy, onDay, changed }) => (
      <li key={key}>
        {href ? <a href={href}>{name}</a> : <strong>{name}</strong>} <span className="text-muted">{t(`turnedDown.by.${saidBy}`, { day: formatDay(onDay, locale, 'short') })} · {t(`cause.${cause}`)}</span>
        <span className="block text-sm">{t(changed ? 'turnedDown.again.now' : `turnedDown.again.${cause}`)}</span>
      </li>
    ))}</ul>
  )
}
