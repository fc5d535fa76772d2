import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { logNoShow } from '@/lib/casework/contacts/actions'

/** Shown from the agreed day on: one click says that the person did not come. */
export function NoShow({ personId }: { personId: string }) {
  const t = useTranslations('casework.clock')
  return <span className="no-print"><ActionButton action={logNoShow} values={{ personId }} size="small" variant="quiet">{t('noShow')}</ActionButton></span>
}
