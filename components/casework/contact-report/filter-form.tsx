import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { DateField } from '@/components/ui/date-field'
import type { ReportTopic } from '@/lib/casework/contacts/report/rules'
import type { ReportView } from '@/lib/casework/contacts/report/schema'
import { outcomes } from '@/lib/casework/contacts/rules'
import { nameOf } from '@/lib/platform/i18n/named'

/** Which entries to choose from. A form that is read: the address says days and codes, and nothing about anybody. */
export function FilterForm({ personId, view, topics }: { personId: string; view: ReportView; topics: readonly ReportTopic[] }) {
  const [t, locale] = [useTranslations('casework'), useLocale()]
  return (
    <form action={`/people/${personId}/contacts/report`} method="get" className="space-y-4">
      <div className="flex flex-wrap gap-x-8 gap-y-4">
        <DateField name="from" scope="choose" label={t('report.from')} defaultValue={view.from} />
        <DateField name="to" scope="choose" label={t('report.to')} defaultValue={view.to} />
      </div>
      <CheckboxGroup name="outcome" scope="choose" label={t('report.kinds')} options={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))} defaultValue={view.outcomes} inline />
      <CheckboxGroup name="topic" scope="choose" label={t('report.topics')} help={t('report.topicsHelp')} options={topics.map((topic) => ({ value: topic.code, label: nameOf(topic, locale) }))} defaultValue={view.topics} inline />
      <Button type="submit" variant="secondary">{t('report.show')}</Button>
    </form>
  )
}
