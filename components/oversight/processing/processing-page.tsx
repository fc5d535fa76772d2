import { getTranslations, getLocale } from 'next-intl/server'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeading } from '@/components/ui/page-heading'
import type { ProcessingArea, ProcessingRecord } from '@/lib/oversight/processing/queries'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'

export const TEXTS = ['purpose', 'basis', 'subjects', 'recipients', 'transfers', 'security'] as const

/** The records of processing, to read and to print. */
export async function ProcessingPage({ record: { controller, areas }, today, edits }: { record: ProcessingRecord; today: Day; edits: boolean }) {
  const t = await getTranslations('oversight.processing')
  return (
    <div className="space-y-6">
      <PageHeading above={<BackLink href="/protection">{(await getTranslations('oversight.protection'))('title')}</BackLink>} title={t('title')} lead={<>{t('lead')} <span className="no-print">{t('print')}</span></>} />
      <Card title={t('controller')}>
        {controller && <p>{controller.name}, CVR {controller.cvr}<br />{controller.addressLines.join(', ')}<br />{controller.phone}, {controller.email}</p>}
        <p className="mt-2 text-muted">{t('asOf', { date: formatDay(today, await getLocale()) })}</p>
      </Card>
      {areas.map((area) => <AreaCard key={area.area} area={area} edits={edits} />)}
    </div>
  )
}

async function AreaCard({ area, edits }: { area: ProcessingArea; edits: boolean }) {
  const [t, subject, retention, role] = [await getTranslations('oversight.processing'), await getTranslations('oversight.subject'), await getTranslations('oversight.retention'), await getTranslations('frame.roles')]
  const table = (name: string) => (t.has(`table.${name}`) ? t(`table.${name}`) : subject.has(`table.${name}`) ? subject(`table.${name}`) : name)
  const column = (name: string) => (subject.has(`field.${name}`) ? subject(`field.${name}`).toLowerCase() : null)
  const line = ({ name, columns }: { name: string; columns: string[] }) => { const named = [...new Set(columns.map(column).filter((one) => one !== null))]; return named.length > 0 ? `${table(name)} (${named.join(', ')})` : table(name) }
  const items = [
    ...TEXTS.map((key) => ({ key, label: t(key), value: area.text?.[key] ?? t('missing') })),
    ...area.classes.map((one) => ({ key: one.dataClass, label: t(`class.${one.dataClass}`), value: one.tables.map(line).join('; ') })),
    { key: 'roles', label: t('roles'), value: area.roles.map((one) => role(one)).join(', ') || '–' },
    { key: 'periods', label: t('periods'), value: area.periods.length === 0 ? t('noPeriod') : area.periods.map((one) => `${retention(`kind.${one.kind}`)}: ${retention(`lengths.${one.unit}`, { count: one.length })} (${one.source})`).join('; ') },
  ]
  const name = t.has(`area.${area.area}`) ? t(`area.${area.area}`) : area.area
  return <Card id={area.area} title={name} actions={edits && area.text && <span className="no-print"><LinkButton href={`/protection/processing/${area.area}`}>{t('edit')}</LinkButton></span>}><DescriptionList items={items} /></Card>
}
