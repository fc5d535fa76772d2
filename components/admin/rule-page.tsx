import { getLocale, getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { DataTable, type Column } from '@/components/ui/data-table'
import { DateText } from '@/components/ui/date-text'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import type { RuleVersion } from '@/lib/deadlines/versions/queries'
import { versionState } from '@/lib/deadlines/versions/rules'
import type { Day } from '@/lib/platform/day'
import { RuleLength } from './rule-length'
import { VersionForm } from './version-form'

const units = ['DAY', 'WORKING_DAY', 'MONTH', 'YEAR'] as const

/** All versions of one rule, newest first, and the form for the next. */
export async function RulePage({ versions, latest, today }: { versions: RuleVersion[]; latest: RuleVersion; today: Day }) {
  const t = await getTranslations('admin.rules')
  const locale = await getLocale()
  const columns: Column<RuleVersion>[] = [
    { key: 'from', header: t('validFrom'), rowHeader: true, cell: (rule) => <DateText day={rule.validFrom} /> },
    { key: 'to', header: t('validTo'), cell: (rule) => (rule.validTo ? <DateText day={rule.validTo} /> : t('open')) },
    { key: 'length', header: t('length'), cell: (rule) => <RuleLength rule={rule} /> },
    { key: 'source', header: t('source'), cell: (rule) => rule.source },
    { key: 'state', header: t('state'), cell: (rule) => { const state = versionState(rule, today); return <Tag tone={state === 'now' ? 'success' : state === 'coming' ? 'info' : 'neutral'}>{t(`states.${state}`)}</Tag> } },
  ]
  const texts = { length: t('length'), unit: t('unit'), source: t('source'), sourceHelp: t('sourceHelp'), validFrom: t('validFrom'), validFromHelp: t('validFromHelp'), save: t('save') }
  return (
    <div className="space-y-5">
      <PageHeading above={<BackLink href="/admin/rules">{t('back')}</BackLink>} title={locale === 'en' ? latest.nameEn : latest.nameDa} lead={t('oneLead')} />
      <DataTable caption={t('versions')} columns={columns} rows={versions} rowKey={(rule) => rule.id} empty={null} />
      <Card title={t('newVersion')}>
        <VersionForm key={latest.id} code={latest.code} latest={latest} texts={texts} units={units.map((value) => ({ value, label: t(`units.${value}`) }))} />
      </Card>
    </div>
  )
}
