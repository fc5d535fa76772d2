import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/ui/action-button'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { confirmImport, recount } from '@/lib/people/register-import/decisions/actions'
import { UNDO_DAYS } from '@/lib/imports/batches/rules'
import type { Batch } from '@/lib/people/register-import/queries'

/** Step 5: what is written and what is not, in numbers that add up, before the one button that does it. */
export async function ConfirmStep({ batch }: { batch: Batch }) {
  const t = await getTranslations('imports')
  const { number } = await getFormatter()
  const { counts } = batch
  const goes = (counts.new ?? 0) + (counts.changed ?? 0)
  const out = (counts.doubtful ?? 0) + (counts.error ?? 0)
  const line = (key: 'new' | 'changed' | 'same' | 'doubtful' | 'error') => (
    <tr key={key} className="border-t border-line"><th scope="row" className="py-1 pe-6 text-start font-normal">{t(`confirm.${key}`)}</th><td className="tabular py-1 text-end">{number(counts[key] ?? 0)}</td></tr>
  )
  return (
    <Card title={t('confirm.title')}>
      <div className="space-y-4">
        <table>
          <caption className="sr-only">{t('confirm.title')}</caption>
          <tbody>{(['new', 'changed', 'same', 'doubtful', 'error'] as const).map(line)}</tbody>
          <tfoot><tr className="border-t border-line-strong"><th scope="row" className="py-1 pe-6 text-start">{t('confirm.total')}</th><td className="tabular py-1 text-end font-semibold">{number(batch.total)}</td></tr></tfoot>
        </table>
        {out > 0 && <p className="max-w-text">{t('confirm.out', { count: out })}</p>}
        <p className="max-w-text text-muted">{t('confirm.undo', { days: UNDO_DAYS })}</p>
        {batch.waiting > 0 ? (
          <Alert tone="info" title={t('confirm.waiting', { count: batch.waiting })} actions={<ActionButton action={recount} values={{ batch: batch.id }} variant="primary">{t('confirm.recount')}</ActionButton>} />
        ) : (
          <div className="form-actions">
            <ActionButton action={confirmImport} values={{ batch: batch.id, version: String(batch.version) }} variant="primary">{goes > 0 ? t('confirm.submit', { count: goes }) : t('confirm.nothing')}</ActionButton>
            <LinkButton href={`/imports/${batch.id}?step=preview`} variant="quiet">{t('confirm.back')}</LinkButton>
          </div>
        )}
      </div>
    </Card>
  )
}
