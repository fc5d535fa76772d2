import { getLocale, getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/ui/action-button'
import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import type { OfferedCase } from '@/lib/casework/sharing/queries'
import { acceptTransfer, refuseTransfer } from '@/lib/casework/sharing/actions'
import { formatMoment } from '@/lib/platform/dates'
import type { Caseload } from '@/lib/casework/weights/sql'
import { nameOf } from '@/lib/platform/i18n/named'
import { SmallForm } from './small-form'
import { LoadWarning } from './weights/load-warning'

/** Cases that wait for the reader or their unit: from whom, what they wrote, and yes or no. Nothing when none do. */
export async function OfferedCard({ offered, load }: { offered: OfferedCase[]; load: Caseload | null }) {
  const [t, kinds, locale] = await Promise.all([getTranslations('casework.sharing'), getTranslations('casework.cases.kind'), getLocale()])
  if (offered.length === 0) return null
  return (
    <Card title={t('offered', { count: offered.length })}>
      <LoadWarning load={load} more="ordinary" />
      <ul className="divide-y divide-line">
        {offered.map((one) => (
          <li key={one.id} className="space-y-2 py-3 first:pt-0">
            <h3 className="text-base">{one.name} <span className="font-normal">· {kinds(one.kind)}{one.about && `: ${one.about}`}</span></h3>
            <p className="text-sm text-muted">{t('from', { name: one.by, unit: nameOf(one.unit, locale), when: formatMoment(one.at, locale, 'short') })} · {t(one.forMe ? 'forYou' : 'forUnit')}</p>
            <p className="max-w-text whitespace-pre-line">{one.message}</p>
            <ActionButton action={acceptTransfer} values={{ transferId: one.id }} variant="primary" size="small">{t('accept')}</ActionButton>
            <Explain summary={t('refuse')}><SmallForm action={refuseTransfer} scope={one.id} hidden={{ transferId: one.id }} submit={t('refuse')} variant="secondary" size="normal" fields={[{ kind: 'area', name: 'words', label: t('whyNot'), help: t('whyNotHelp'), max: 500, rows: 2 }]} /></Explain>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-muted">{t('afterwards')}</p>
    </Card>
  )
}
