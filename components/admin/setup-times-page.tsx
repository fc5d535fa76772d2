import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DataTable, type Column } from '@/components/ui/data-table'
import { DateText } from '@/components/ui/date-text'
import { Tag } from '@/components/ui/tag'
import type { RuleVersion } from '@/lib/deadlines/versions/queries'
import { versionState } from '@/lib/deadlines/versions/rules'
import type { Day } from '@/lib/platform/day'
import { RuleLength } from './rule-length'

/** What volunteers, matches and associations are followed by. `mayChange`: opens the rule, where its next version is written. */
export async function SetupTimesPage({ versions, today, mayChange, heading }: { versions: RuleVersion[]; today: Day; mayChange: boolean; heading: ReactNode }) {
  const [t, rules, locale] = [await getTranslations('volunteerSetup'), await getTranslations('admin.rules'), await getLocale()]
  const coming = (code: string) => versions.find((one) => one.code === code && versionState(one, today) === 'coming')
  const columns: Column<RuleVersion>[] = [
    { key: 'name', header: rules('name'), rowHeader: true, cell: (rule) => (locale === 'en' ? rule.nameEn : rule.nameDa) },
    { key: 'length', header: rules('length'), nowrap: true, cell: (rule) => <RuleLength rule={rule} /> },
    { key: 'trigger', header: rules('trigger'), cell: (rule) => rules(`triggers.${rule.trigger}`) },
    { key: 'from', header: rules('validFrom'), cell: (rule) => <DateText day={rule.validFrom} look="short" /> },
    { key: 'coming', header: rules('next'), cell: (rule) => { const next = coming(rule.code); return next && <Tag tone="info"><RuleLength rule={next} /> {rules('comingFrom')} <DateText day={next.validFrom} look="short" /></Tag> } },
  ]
  return (
    <>
      {heading}
      <div className="mb-4 max-w-text space-y-2"><p>{t('about.times')}</p><p>{t('timesNow')}</p><p className="text-muted">{t(mayChange ? 'timesHere' : 'timesElsewhere')}</p></div>
      <DataTable caption={t('list.times')} columns={columns} rows={versions.filter((one) => versionState(one, today) === 'now')} rowKey={(rule) => rule.id} rowHref={mayChange ? (rule) => `/admin/rules/${rule.code}` : undefined} empty={null} />
    </>
  )
}
