import { getLocale, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import type { TodaysTalk } from '@/lib/outreach/home/queries'
import { formatTimeSpan } from '@/lib/platform/dates'

export async function TodaysTalks({ talks }: { talks: TodaysTalk[] }) {
  const t = await getTranslations('outreach.home')
  const locale = await getLocale()
  return (
    <Card title={t('talks')} actions={<LinkButton href="/outreach/talks" size="small">{t('allTalks')}</LinkButton>}>
      {talks.length === 0 && <p className="text-muted">{t('noTalks')}</p>}
      <ul className="space-y-1">
        {talks.map((talk) => (
          <li key={talk.id}><span className="tabular">{formatTimeSpan(talk.startsAt, talk.endsAt, locale)}</span> <a href={`/people/${talk.personId}`}>{talk.name}</a>, {talk.place}</li>
        ))}
      </ul>
    </Card>
  )
}
