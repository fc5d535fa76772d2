import { getLocale, getTranslations } from 'next-intl/server'
import { Banner } from '@/components/ui/banner'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import type { Headline } from '@/lib/outreach/due/headline'
import type { ListQueue } from '@/lib/outreach/due/list/queues'
import type { Attention, CoordinatorHome } from '@/lib/outreach/home/queries'
import { formatDay } from '@/lib/platform/dates'
import { type Day, diffDays } from '@/lib/platform/day'
import { RowActions } from '../due/row-actions'
import { HeadlineText } from '../next-step-card'

/** At most ten things only a person can do, the longest waiting first, each with the button that solves it. */
export async function AttentionList({ home, today }: { home: CoordinatorHome; today: Day }) {
  const t = await getTranslations('outreach')
  const mails = await getTranslations('mails')
  const columns: Column<Attention>[] = [
    { key: 'who', header: t('home.column.who'), rowHeader: true, cell: ({ row }) => row.name },
    { key: 'what', header: t('home.column.what'), cell: ({ headline }) => <span className="flex flex-wrap items-center gap-2"><Tag tone={toneOf(headline)}>{t(`home.status.${headline.code}`)}</Tag><HeadlineText headline={headline} /></span> },
    { key: 'since', header: t('home.column.since'), nowrap: true, cell: ({ since }) => (since ? t('home.since', { days: Math.max(0, diffDays(since, today)) }) : '') },
    { key: 'do', header: t('home.column.do'), hideHeader: true, align: 'end', cell: ({ row, headline }) => <RowActions row={row} queue={queueOf(headline)} today={today} back="/" listBack={`/outreach?queue=${queueOf(headline)}`} /> },
  ]
  return (
    <section>
      <h2 className="mb-2">{t('home.attention')}</h2>
      {home.counts.OVERDUE > 0 && home.attentionTotal > 0 && (
        <div className="mb-3"><Banner tone="warning" actions={<LinkButton href="/outreach/runs/new" size="small">{t('home.makeRun')}</LinkButton>}>{t('home.lateLetters', { count: home.counts.OVERDUE })}</Banner></div>
      )}
      {home.openMails > 0 && (
        <div className="mb-3"><Banner tone="warning" actions={<LinkButton href="/outreach/mails" size="small">{mails('open')}</LinkButton>}>{mails('waiting', { count: home.openMails })}</Banner></div>
      )}
      {home.attentionTotal > home.attention.length && <p className="mb-2 text-sm text-muted">{t('home.attentionMore', { shown: home.attention.length, total: home.attentionTotal })}</p>}
      <DataTable caption={t('home.attention')} columns={columns} rows={home.attention} rowKey={({ row }) => row.personId} rowHref={({ row }) => `/people/${row.personId}`} empty={<AllClear home={home} />} />
    </section>
  )
}

/** Nothing waits: said as the good news it is, with the next date. */
async function AllClear({ home }: { home: CoordinatorHome }) {
  const t = await getTranslations('outreach')
  const locale = await getLocale()
  const late = home.counts.OVERDUE
  const text = late > 0 ? t('home.clearLetters', { count: late }) : home.nextLetterOn ? t('home.clearNext', { date: formatDay(home.nextLetterOn, locale) }) : t('home.clearNone')
  return <EmptyState title={t('home.clearTitle')} good actions={late > 0 ? <LinkButton href="/outreach/runs/new" variant="primary">{t('home.makeRun')}</LinkButton> : undefined}>{text}</EmptyState>
}

function toneOf({ code, lateness }: Headline) {
  if (code === 'uncertain' || lateness?.state === 'overdue') return 'error'
  return code === 'reply' ? 'info' : 'warning'
}

const QUEUE_OF: Partial<Record<Headline['code'], ListQueue>> = { uncertain: 'UNCERTAIN', reply: 'REPLIES', address: 'RETURNED', ladder: 'NO_REPLY', reconsider: 'NEVER', 'missing-address': 'MISSING_ADDRESS' }

function queueOf({ code }: Headline): ListQueue {
  return QUEUE_OF[code] ?? 'EVERYONE'
}
