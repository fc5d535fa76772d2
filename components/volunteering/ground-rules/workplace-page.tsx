import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import { PrintButton } from '@/components/ui/print-button'
import { formatDay } from '@/lib/platform/dates'
import { closeWorkplace } from '@/lib/volunteering/ground-rules/actions'
import type { OpenWorkplace } from '@/lib/volunteering/ground-rules/queries'
import { RulesText } from './rules-text'

/** The rules of one workplace as a sheet to hang up, and those that held before. */
export function WorkplacePage({ found: { id, name, closed, rules: [now, ...before] }, mayManage }: { found: OpenWorkplace; mayManage: boolean }) {
  const [t, locale] = [useTranslations('groundRules'), useLocale()]
  return (
    <>
      <PageHeading above={<BackLink href="/volunteers/ground-rules">{t('back')}</BackLink>} title={t('at', { name })} lead={t('from', { day: formatDay(now.fromDay, locale) })}
        actions={<>{mayManage && !closed && <LinkButton href={`/volunteers/ground-rules/${id}/edit`}>{t('edit')}</LinkButton>}<PrintButton>{t('print')}</PrintButton></>} />
      <div className="space-y-6">
        <Card title={t('agreed')}><RulesText rules={now} /></Card>
        {before.length > 0 && <div className="no-print"><Card title={t('before')}>{before.map((one) => <Explain key={one.number} summary={t('from', { day: formatDay(one.fromDay, locale) })}><RulesText rules={one} /></Explain>)}</Card></div>}
        {closed ? <p className="text-muted">{t('isClosed')}</p> : mayManage && <div className="no-print"><ActionButton action={closeWorkplace} values={{ workplaceId: id }} variant="quiet">{t('close')}</ActionButton></div>}
      </div>
    </>
  )
}
