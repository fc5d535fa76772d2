import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import { LinkButton } from '@/components/ui/link-button'
import { WorkingDaysLeft } from '@/components/ui/working-days-left'
import type { Headline } from '@/lib/outreach/due/headline'
import type { NextStepOf } from '@/lib/outreach/due/queries'
import { formatDay } from '@/lib/platform/dates'
import { Why } from './why'

/** The first card of the person page: what is next, by when, why, and the way to do it. `next` null: outreach does not write to them. */
export function NextStepCard({ next }: { next: NextStepOf | null }) {
  const t = useTranslations('outreach.next')
  if (!next) return <Card title={t('title')}><p className="text-muted">{t('none')}</p></Card>
  const { headline, row } = next
  const open = headline.code !== 'ended' && <LinkButton href={`/outreach?queue=EVERYONE&open=${row.personId}#attempt`} variant="primary" size="small">{t('open')}</LinkButton>
  return (
    <Card title={t('title')} actions={open}>
      <p className="text-lg font-semibold"><HeadlineText headline={headline} /></p>
      {headline.day && headline.lateness && <HeadlineDay headline={headline} notBefore={row.due && headline.code === 'letter' ? row.due.earliest : null} />}
    </Card>
  )
}

/** The headline as a sentence. */
export function HeadlineText({ headline }: { headline: Headline }) {
  const t = useTranslations('outreach.next')
  const locale = useLocale()
  if (headline.code === 'ended') return t(`ended.${headline.detail === 'DEAD' || headline.detail === 'MOVED_AWAY' ? headline.detail : 'none'}`, { date: headline.day ? formatDay(headline.day, locale) : '' })
  const key = headline.detail ? `${headline.code}.${headline.detail}` : headline.code
  return t.has(key) ? t(key) : t(headline.code)
}

function HeadlineDay({ headline, notBefore }: { headline: Headline; notBefore: NonNullable<NextStepOf['row']['due']>['earliest'] }) {
  const t = useTranslations('outreach.next')
  const locale = useLocale()
  if (!headline.day || !headline.lateness) return null
  return (
    <div className="mt-1 flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <span>{t('by', { date: formatDay(headline.day, locale) })}{notBefore && `, ${t('notBefore', { date: formatDay(notBefore, locale) })}`}</span>
      <WorkingDaysLeft days={headline.lateness.workingDays} />
      {headline.why.length > 0 && <Explain><Why steps={headline.why} /></Explain>}
    </div>
  )
}
