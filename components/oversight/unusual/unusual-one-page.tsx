import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/data-table'
import { DateText } from '@/components/ui/date-text'
import { DescriptionList } from '@/components/ui/description-list'
import { LinkButton } from '@/components/ui/link-button'
import { MomentText } from '@/components/ui/moment-text'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import { trailHref } from '@/lib/access/trail/rules'
import type { UnusualOne } from '@/lib/oversight/unusual/queries'
import { NEAR_DAYS, OUTCOMES } from '@/lib/oversight/unusual/rules'
import { addDays } from '@/lib/platform/day'
import { ReasonList } from './reason-list'
import { VerdictForm } from './verdict-form'

/** One look-up to judge: what was opened when, why it is here, what was said, and what to say. The citizen is an id. */
export async function UnusualOnePage({ found: { row, opened, verdicts } }: { found: UnusualOne }) {
  const [t, trail] = [await getTranslations('oversight.unusual'), await getTranslations('audit')]
  const columns: Column<UnusualOne['opened'][number]>[] = [
    { key: 'at', header: t('at'), rowHeader: true, cell: (one) => <MomentText moment={one.at} look="short" /> },
    { key: 'what', header: t('what'), cell: (one) => (trail.has(`actions.${one.action.replaceAll('.', '-')}`) ? trail(`actions.${one.action.replaceAll('.', '-')}`) : one.action) },
    { key: 'purpose', header: t('purpose'), cell: (one) => one.purpose ?? <span className="text-muted">{t('noPurpose')}</span> },
  ]
  const around = { from: addDays(row.day, -NEAR_DAYS), to: addDays(row.day, NEAR_DAYS), wrong: [] }
  const keys = ['outcome', 'note', 'noteHelp', 'save'] as const
  return (
    <>
      <PageHeading title={t('oneTitle', { user: row.userName })} above={<BackLink href="/audit/unusual">{t('backToList')}</BackLink>}
        actions={<><LinkButton href={trailHref({ ...around, user: row.userId })}>{t('userTrail')}</LinkButton><LinkButton href={trailHref({ ...around }, { person: row.aboutId })}>{t('personTrail')}</LinkButton></>} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title={t('why')}>
          <ReasonList reasons={row.reasons} />
          <div className="mt-4"><DescriptionList items={[
            { key: 'day', label: t('day'), value: <DateText day={row.day} /> },
            { key: 'about', label: t('about'), value: <code className="text-sm break-all">{row.aboutId}</code> },
            { key: 'points', label: t('points'), value: row.points },
            ...(row.outcome ? [{ key: 'outcome', label: t('outcome'), value: <Tag tone={row.outcome === 'FOLLOW_UP' ? 'warning' : 'neutral'}>{t(`outcomes.${row.outcome}`)}</Tag> }] : []),
          ]} /></div>
        </Card>
        <Card title={t('judge')}>
          {verdicts.length > 0 && <ol className="mb-5 space-y-3">{verdicts.map((one) => <li key={one.at.toISOString()}><span className="font-semibold">{t(`outcomes.${one.outcome}`)}</span> · {one.by} · <MomentText moment={one.at} look="short" /><span className="block whitespace-pre-line">{one.note}</span></li>)}</ol>}
          <VerdictForm id={row.id} version={row.version} texts={Object.fromEntries(keys.map((key) => [key, t(`form.${key}`)])) as Record<(typeof keys)[number], string>} options={OUTCOMES.map((value) => ({ value, label: t(`form.${value}`) }))} />
        </Card>
      </div>
      <h2 className="mt-6 mb-2">{t('opened')}</h2>
      <DataTable caption={t('opened')} columns={columns} rows={opened} rowKey={(one) => `${one.at.toISOString()} ${one.action}`} empty={null} />
    </>
  )
}
