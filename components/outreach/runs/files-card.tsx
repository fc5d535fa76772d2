import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { MomentText } from '@/components/ui/moment-text'
import type { RunDetails } from '@/lib/outreach/runs/queries'

/** What the printer was given, for those who may print. Fetching one is logged as a disclosure of everybody in it. */
export async function FilesCard({ run }: { run: RunDetails }) {
  const t = await getTranslations('runs.files')
  if (run.files.length === 0) return null
  return (
    <Card title={t('title')}>
      <ul className="space-y-1">
        {run.files.map((file) => (
          <li key={file.id}>
            {file.clearedAt ? t(file.kind, { part: file.part, parts: file.parts }) : <a href={`/outreach/runs/${run.id}/files/${file.id}`}>{t(file.kind, { part: file.part, parts: file.parts })}</a>}
            <span className="text-sm text-muted"> {t('letters', { count: file.letters })} · <MomentText moment={file.createdAt} look="short" />{file.clearedAt && <> · {t('cleared')} <MomentText moment={file.clearedAt} look="short" /></>}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-muted">{t('logged')}</p>
    </Card>
  )
}
