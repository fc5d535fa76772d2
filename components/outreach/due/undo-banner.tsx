import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/ui/action-button'
import { Banner } from '@/components/ui/banner'
import { withdrawAttempt } from '@/lib/outreach/attempts/actions'

/** After a tap in a list: what was done, and the button that takes it back. */
export async function UndoBanner({ attemptId, back }: { attemptId: string; back: string }) {
  const t = await getTranslations('outreach.due')
  return (
    <div role="status" className="mb-4">
      <Banner tone="success" actions={<ActionButton action={withdrawAttempt} values={{ attemptId, back }} size="small">{t('undoButton')}</ActionButton>}>{t('undo')}</Banner>
    </div>
  )
}
