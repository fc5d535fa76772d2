import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { formatDay } from '@/lib/platform/dates'
import { type Day, diffDays } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'
import { holds, newest, type Paper } from '@/lib/volunteering/path/rules'
import type { OpenVolunteer } from '@/lib/volunteering/volunteers/queries'

/** Each paper that is needed or was ever given: whether it holds, and until when. Never what stands in it. */
export function PapersCard({ found: { volunteer, facts, lists }, today, mayManage }: { found: OpenVolunteer; today: Day; mayManage: boolean }) {
  const [t, locale] = [useTranslations('volunteering'), useLocale()]
  const latest = newest(facts.papers)
  const shown = lists.kinds.filter(({ code }) => facts.needs.papers.includes(code) || latest.has(code))
  return (
    <Card title={t('papers')}>
      <ul className="divide-y divide-line">
        {shown.map((kind) => {
          const [good, last] = [holds(facts.papers, kind.code, today), latest.get(kind.code)]
          return (
            <li key={kind.code} className="flex flex-wrap items-center justify-between gap-2 py-2 first:pt-0">
              <div>
                <p><strong>{nameOf(kind, locale)}</strong> <PaperTag good={good} last={last} today={today} /></p>
                <p className="text-sm text-muted">{last ? t(`paperOn.${last.state}`, { day: formatDay(last.onDay, locale) }) : t(facts.needs.papers.includes(kind.code) ? 'paperNever' : 'paperNotNeeded')}{good?.expiresOn && <> · {t('paperUntil', { day: formatDay(good.expiresOn, locale) })}</>}</p>
              </div>
              {mayManage && !kind.retired && <LinkButton href={`/volunteers/${volunteer.id}/paper-${kind.code}`} size="small">{t('change.paper')}<span className="sr-only">: {nameOf(kind, locale)}</span></LinkButton>}
            </li>
          )
        })}
      </ul>
      {facts.needs.course && <p className="mt-2">{t('course')}: {facts.trainings.some(({ kind }) => kind === 'course') ? <Tag tone="success">{t('courseDone')}</Tag> : <Tag tone="warning">{t('courseMissing')}</Tag>}</p>}
    </Card>
  )
}

function PaperTag({ good, last, today }: { good: Paper | null; last: Paper | undefined; today: Day }) {
  const t = useTranslations('volunteering')
  const left = good?.expiresOn ? diffDays(today, good.expiresOn) : null
  if (good) return <Tag tone={left !== null && left <= 60 ? 'warning' : 'success'}>{left !== null && left <= 60 ? t('paperSoon', { count: left }) : t('paperHolds')}</Tag>
  return <Tag tone={last?.state === 'asked' ? 'info' : 'error'}>{t(last === undefined ? 'paperMissing' : last.state === 'approved' ? 'paperOver' : `paper.${last.state}`)}</Tag>
}
