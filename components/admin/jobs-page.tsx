import { getTranslations } from 'next-intl/server'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { DataTable, type Column } from '@/components/ui/data-table'
import { Missing } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import { MomentText } from '@/components/ui/moment-text'
import { Tag } from '@/components/ui/tag'
import type { Tone } from '@/components/ui/tone'
import type { JobLine } from '@/lib/jobs/queries'
import { isRed } from '@/lib/jobs/rules'
import { AdminHeading } from './admin-heading'

const tones: Record<JobLine['state'], Tone> = { ok: 'success', failed: 'error', late: 'error', unused: 'neutral' }

/** What the machine does by itself and whether it did. Red lines stand first in words, not only in colour. */
export async function JobsPage({ jobs, redOnly }: { jobs: JobLine[]; redOnly: boolean }) {
  const t = await getTranslations('admin.jobs')
  const name = (job: JobLine) => t(`names.${job.name.replace('.', '-')}`)
  const plan = ({ plan: text }: JobLine) => {
    const [minute = '', hour = ''] = text?.split(' ') ?? []
    if (!text) return t('onDemand')
    return hour === '*' ? t('everyMinute') : t('daily', { time: `${hour.padStart(2, '0')}.${minute.padStart(2, '0')}` })
  }
  // A count of a new job that has no words yet shows its name rather than nothing.
  const did = (counts: Record<string, number>) => Object.entries(counts).filter(([, count]) => count > 0).map(([key, count]) => (t.has(`counts.${key}`) ? t(`counts.${key}`, { count }) : `${key} ${count}`)).join(', ') || t('counts.nothing')
  const columns: Column<JobLine>[] = [
    { key: 'name', header: t('job'), rowHeader: true, cell: name },
    { key: 'plan', header: t('plan'), cell: plan },
    { key: 'state', header: t('state'), cell: (job) => <Tag tone={tones[job.state]}>{t(`states.${job.state}`)}</Tag> },
    { key: 'last', header: t('last'), cell: (job) => (job.startedAt ? <MomentText moment={job.startedAt} look="short" /> : <Missing text={t('states.unused')} />) },
    { key: 'seconds', header: t('seconds'), align: 'end', cell: (job) => job.seconds ?? <Missing text={t('states.unused')} /> },
    { key: 'counts', header: t('did'), cell: (job) => (job.errorCode ? <code>{job.errorCode}</code> : job.counts && did(job.counts)) },
  ]
  const red = jobs.filter(isRed)
  return (
    <>
      <AdminHeading current="jobs" />
      {red.length > 0 && <div className="mb-4"><Alert tone="error" title={t('red', { count: red.length })}>{red.map(name).join(', ')}. {t('redAdvice')}</Alert></div>}
      {redOnly && <p className="mb-3"><BackLink href="/admin/jobs">{t('everything')}</BackLink></p>}
      <DataTable caption={t('caption')} columns={columns} rows={redOnly ? red : jobs} rowKey={(job) => job.name} empty={<EmptyState title={t('noneRed')} good />} />
    </>
  )
}
