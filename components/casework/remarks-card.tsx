import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import type { RemarkToMe } from '@/lib/casework/contacts/remarks/queries'
import { formatMoment } from '@/lib/platform/dates'

/** What colleagues said about what the reader wrote in the log. Nothing when nobody did. */
export function RemarksCard({ remarks }: { remarks: RemarkToMe[] }) {
  const [t, locale] = [useTranslations('casework.remark'), useLocale()]
  if (remarks.length === 0) return null
  return (
    <Card title={t('toYou')}>
      <ul className="divide-y divide-line">
        {remarks.map((one) => (
          <li key={one.id} className="space-y-1 py-3 first:pt-0">
            <p><Tag tone={one.kind === 'praise' ? 'success' : 'info'}>{t(`kind.${one.kind}`)}</Tag> <a href={`/people/${one.personId}/contacts#contact-${one.contactId}`}>{one.name}</a></p>
            <p className="max-w-text whitespace-pre-line">{one.text}</p>
            <p className="text-sm text-muted">{t('by', { name: one.by, when: formatMoment(one.at, locale, 'short') })}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
