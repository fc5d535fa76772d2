import { getLocale, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import type { Opened } from '@/lib/access/reasons/queries'
import { formatMoment } from '@/lib/platform/dates'

/** Which colleagues opened the people one is responsible for, and why. Nothing when nobody did. */
export async function OpenedCard({ opened }: { opened: Opened[] }) {
  const [t, locale] = await Promise.all([getTranslations('access.reason'), getLocale()])
  if (opened.length === 0) return null
  return (
    <Card title={t('opened')}>
      <ul className="space-y-2">
        {opened.map((one) => (
          <li key={one.id}>
            <a href={`/people/${one.personId}`}>{one.person}</a>
            <span className="block text-sm text-muted">{one.user}, {formatMoment(one.at, locale, 'short')}: {one.note ?? t(`code.${one.code}`)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
