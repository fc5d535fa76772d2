import { getLocale, getTranslations } from 'next-intl/server'
import { DataTable, type Column } from '@/components/ui/data-table'
import { DateText } from '@/components/ui/date-text'
import { Tag } from '@/components/ui/tag'
import type { RuleVersion } from '@/lib/deadlines/versions/queries'
import { versionState } from '@/lib/deadlines/versions/rules'
import type { Day } from '@/lib/platform/day'
import { AdminHeading } from './admin-heading'
import { RuleLength } from './rule-length'

/** One line per rule: the version that holds today, and whether another is on its way. */
export async function RulesPage({ versions, today }: { versions: RuleVersion[]; today: Day }) {
  const t = await getTranslations('admin.rules')
  const locale = await getLocale()
  const coming = (code: string) => versions.find((one) => one.code === code && versionState(one, today) === 'coming')
  const columns: Column<RuleVersion>[] = [
    { key: 'name', header: t('name'), rowHeader: true, cell: (rule) => (locale === 'en' ? rule.nameEn : rule.nameDa) },
    { key: 'length', header: t('length'), nowrap: true, cell: (rule) => <RuleLength rule={rule} /> },
    { key: 'trigger', header: t('trigger'), cell: (rule) => t(`triggers.${rule.trigger}`) },
    { key: 'population', header: t('population'), cell: (rule) => t(`populations.${rule.population}`) },
    { key: 'source', header: t('source'), cell: (rule) => rule.source },
    { key: 'from', header: t('validFrom'), cell: (rule) => <DateText day={rule.validFrom} look="short" /> },
    { key: 'coming', header: t('next'), cell: (rule) => { const next = coming(rule.code); return next && <Tag tone="info">{t('comingFrom')} <DateText day={next.validFrom} look="short" /></Tag> } },
  ]
  const now = versions.filter((one) => versionState(one, today) === 'now')
  return (
    <>
      <AdminHeading current="rules" />
      <DataTable caption={t('caption')} columns={columns} rows={now} rowKey={(rule) => rule.id} rowHref={(rule) => `/admin/rules/${rule.code}`} empty={null} />
    </>
  )
}
