import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { ProgressBar } from '@/components/ui/progress-bar'
import { workAgain } from '@/lib/people/register-import/decisions/actions'
import type { Batch } from '@/lib/people/register-import/queries'
import { now } from '@/lib/platform/clock'
import { AutoRefresh } from './auto-refresh'

const PATIENCE_SECONDS = 60

/** A job is at it. The page asks again by itself, with scripts or without, and says so when it has not heard of the job for a while. */
export function Working({ batch }: { batch: Batch }) {
  const t = useTranslations('imports')
  const state = batch.state as 'PREVIEWING' | 'CONFIRMING' | 'UNDOING'
  const silent = batch.progressAt ? (now().getTime() - batch.progressAt.getTime()) / 1000 > PATIENCE_SECONDS : true
  const again = <ActionButton action={workAgain} values={{ batch: batch.id }} size="small">{t('working.again')}</ActionButton>
  return (
    <Card title={t(`working.${state}`)}>
      <noscript><meta httpEquiv="refresh" content="3" /></noscript>
      <AutoRefresh />
      <div className="space-y-3" aria-live="polite">
        <p className="max-w-text">{t(`working.${state}-body`)}</p>
        <ProgressBar label={t('working.progress')} value={batch.progress} max={batch.progress > 0 ? batch.total : 0} unit={t('working.unit')} />
        {batch.errorCode ? <Alert tone="warning" title={t('working.failed')} actions={again}>{t('working.failedBody')}</Alert> : silent && <Alert tone="info" title={t('working.slow')} actions={again}>{t('working.slowBody')}</Alert>}
      </div>
    </Card>
  )
}
