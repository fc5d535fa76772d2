import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { restoreContact } from '@/lib/casework/contacts/redaction/actions'
import type { Redaction } from '@/lib/casework/contacts/queries'
import { REDACTED_DAYS } from '@/lib/casework/contacts/redaction/rules'
import { formatMoment } from '@/lib/platform/dates'

/** The trace of an entry that was taken back: who, when and why. Its words are nowhere on the page. */
export function RedactedEntry({ personId, contactId, redaction }: { personId: string; contactId: string; redaction: Redaction }) {
  const [t, locale] = [useTranslations('casework.redaction'), useLocale()]
  return (
    <>
      <p className="max-w-text">{t('trace', { name: redaction.by, when: formatMoment(redaction.at, locale, 'short'), reason: t(`reason.${redaction.reason}`) })}</p>
      {redaction.mayRestore && <div className="no-print"><ActionButton action={restoreContact} values={{ personId, contactId }} size="small" variant="quiet">{t('restore', { days: REDACTED_DAYS })}</ActionButton></div>}
    </>
  )
}
