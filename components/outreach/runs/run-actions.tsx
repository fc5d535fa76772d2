import { getLocale, getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/ui/action-button'
import { Alert } from '@/components/ui/alert'
import { LinkButton } from '@/components/ui/link-button'
import { ProgressBar } from '@/components/ui/progress-bar'
import { cancelRun, closeRun, releaseRun, reopenRun, resumeRun, reviewRun, stopRun } from '@/lib/outreach/runs/actions'
import { sendRest } from '@/lib/outreach/runs/leftovers/actions'
import type { RunDetails } from '@/lib/outreach/runs/queries'
import { formatMoment } from '@/lib/platform/dates'
import { Countdown } from './countdown'

type Props = { run: RunDetails; userId: string; now: Date }

/** What can be done now, by whom, and what it leads to. One way on stands out; the others are quieter. */
export async function RunActions({ run, userId, now }: Props) {
  if (!run.frozen) return <Freezing />
  const panels = { DRAFT: Draft, REVIEWED: Reviewed, RELEASED: Released, SENDING: Sending, SENT: Sent, STOPPED: Stopped, CLOSED: Closed, CANCELLED: Cancelled }
  const Panel = panels[run.state]
  return <Panel run={run} userId={userId} now={now} />
}

const values = (run: RunDetails) => ({ runId: run.id, version: String(run.version) })

async function Freezing() {
  const t = await getTranslations('runs.do')
  return <Alert tone="info" title={t('freezing')}><ProgressBar label={t('freezing')} value={0} max={0} /></Alert>
}

async function Draft({ run }: Props) {
  const t = await getTranslations('runs.do')
  return (
    <Alert tone="info" title={t('draftTitle', { count: run.sums.sums.groups.TO_SEND })} actions={<><ActionButton action={reviewRun} values={values(run)} variant="primary">{t('review')}</ActionButton><ActionButton action={cancelRun} values={values(run)}>{t('cancel')}</ActionButton></>}>
      {t('draft')}
    </Alert>
  )
}

async function Reviewed({ run, userId }: Props) {
  const t = await getTranslations('runs.do')
  const count = run.sums.sums.groups.TO_SEND
  const back = <ActionButton action={reopenRun} values={values(run)}>{t('reopen')}</ActionButton>
  if (run.createdBy === userId) return <Alert tone="info" title={t('waitTitle')} actions={back}>{t('wait')}</Alert>
  return (
    <Alert tone="warning" title={t('releaseTitle', { count })} actions={<><ActionButton action={releaseRun} values={values(run)} variant="primary">{t('release', { count })}</ActionButton>{back}</>}>
      {t('releaseBody', { maker: run.maker, digital: run.channels.DIGITAL_POST, paper: run.channels.PAPER })}
    </Alert>
  )
}

function Stop({ run, label }: { run: RunDetails; label: string }) {
  return <ActionButton action={stopRun} values={{ runId: run.id, reason: '' }} variant="danger">{label}</ActionButton>
}

async function Released({ run, now }: Props) {
  const t = await getTranslations('runs.do')
  const seconds = Math.max(0, Math.round(((run.sendAfter?.getTime() ?? 0) - now.getTime()) / 1000))
  return (
    <Alert tone="warning" icon="clock" title={t('releasedTitle', { count: run.sums.sums.groups.TO_SEND })} actions={<Stop run={run} label={t('stop')} />}>
      <p><Countdown until={run.sendAfter?.toISOString() ?? ''} initialSeconds={seconds} label={t('countdown')} /></p>
      {t('released', { releaser: run.releaser ?? '' })}
    </Alert>
  )
}

async function Sending({ run }: Props) {
  const t = await getTranslations('runs.do')
  const { SENT, TO_SEND } = run.sums.sums.groups
  return (
    <Alert tone="info" title={t('sendingTitle')} actions={<Stop run={run} label={t('stop')} />}>
      <ProgressBar label={t('sending')} value={SENT} max={SENT + TO_SEND} />
    </Alert>
  )
}

async function Sent({ run, userId }: Props) {
  const t = await getTranslations('runs.do')
  const { sums, lettersInDoubt, lettersFailed } = run.sums
  const look = lettersInDoubt + lettersFailed > 0 && <LinkButton href={`/outreach/runs/${run.id}/letters`} variant="primary">{t('look', { count: lettersInDoubt + lettersFailed })}</LinkButton>
  const rest = sums.groups.TO_SEND > lettersInDoubt && run.createdBy !== userId && <ActionButton action={sendRest} values={values(run)}>{t('sendRest', { count: sums.groups.TO_SEND - lettersInDoubt })}</ActionButton>
  const done = sums.remainder === 0 && lettersInDoubt === 0
  if (done) return <Alert tone="success" title={t('doneTitle')} actions={<ActionButton action={closeRun} values={values(run)} variant="primary">{t('close')}</ActionButton>}>{t('done')}</Alert>
  return <Alert tone="warning" title={t('restTitle', { count: sums.remainder })} actions={<>{look}{rest}</>}>{run.createdBy === userId && sums.groups.TO_SEND > lettersInDoubt ? t('restOther') : t('rest')}</Alert>
}

async function Stopped({ run }: Props) {
  const t = await getTranslations('runs.do')
  const locale = await getLocale()
  const sent = run.sums.sums.groups.SENT
  return (
    <Alert tone="error" title={t('stoppedTitle', { sent, left: run.sums.sums.groups.TO_SEND })} actions={<><ActionButton action={resumeRun} values={values(run)} variant="primary">{t('resume')}</ActionButton>{sent === 0 && <ActionButton action={cancelRun} values={values(run)}>{t('cancel')}</ActionButton>}</>}>
      {t('stopped', { stopper: run.stopper ?? '', when: run.stoppedAt ? formatMoment(run.stoppedAt, locale) : '' })} {run.stopReason && t('stopReason', { reason: run.stopReason })}
    </Alert>
  )
}

async function Closed({ run }: Props) {
  const t = await getTranslations('runs.do')
  const locale = await getLocale()
  return <Alert tone="success" title={t('closed', { closer: run.closer ?? '', when: run.closedAt ? formatMoment(run.closedAt, locale) : '' })} />
}

async function Cancelled() {
  const t = await getTranslations('runs.do')
  return <Alert tone="info" title={t('cancelled')} />
}
