import { getTranslations } from 'next-intl/server'
import { Alert } from '@/components/ui/alert'
import type { RunDetails } from '@/lib/outreach/runs/queries'

/** What somebody should know before they let the letters go; and afterwards, what is waiting for them. */
export async function RunWarnings({ run }: { run: RunDetails }) {
  const t = await getTranslations('runs.warning')
  const { groups } = run.sums.sums
  const before = ['DRAFT', 'REVIEWED', 'STOPPED'].includes(run.state)
  const languages = run.otherLanguages.reduce((sum, one) => sum + one.count, 0)
  const all: [boolean, string][] = [
    [before && !run.texts.some((text) => text.kind === 'yearly' && text.language === 'da'), t('noText')],
    [before && run.offers === 0, t('noOffers')],
    [before && run.channels.NONE > 0, t('noChannel', { count: run.channels.NONE })],
    [before && groups.NO_ADDRESS > 0, t('noAddress', { count: groups.NO_ADDRESS })],
    [before && groups.BY_HAND > 0, t('byHand', { count: groups.BY_HAND })],
    [before && languages > 0, t('languages', { count: languages, languages: run.otherLanguages.map((one) => one.language).join(', ') })],
  ]
  const lines = all.flatMap(([holds, text]) => (holds ? [text] : []))
  if (lines.length === 0) return null
  return (
    <Alert tone="info" title={t('title', { count: lines.length })}>
      <ul className="list-disc space-y-1 ps-5">{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    </Alert>
  )
}
