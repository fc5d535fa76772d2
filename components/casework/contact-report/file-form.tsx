import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { DataTable } from '@/components/ui/data-table'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import type { ReportChoice } from '@/lib/casework/contacts/report/queries'
import { type ReportContact, saidAbout } from '@/lib/casework/contacts/report/rules'
import { reportFormats, type ReportView } from '@/lib/casework/contacts/report/schema'
import { reportPurposes } from '@/lib/casework/disclosure/rules'
import { formatDay } from '@/lib/platform/dates'
import { dayOf } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'
import { entryTitle } from '../entry-title'

type Props = { personId: string; view: ReportView; choice: ReportChoice; mayCpr: boolean }
const BEGINNING = 90

/** What stands, ticked, and the file made of it. Sent in the body: the heading is somebody’s words, and so many entries are more than an address holds. */
export function FileForm({ personId, view, choice, mayCpr }: Props) {
  const [t, p, locale] = [useTranslations('casework'), useTranslations('progress'), useLocale()]
  const kept = [['from', view.from], ['to', view.to], ...view.outcomes.map((one) => ['outcome', one]), ...view.topics.map((one) => ['topic', one]), ['lang', locale]] as const
  return (
    <form action={`/people/${personId}/contacts/report/file`} method="post" className="space-y-6">
      {kept.map(([name, value]) => <input key={`${name}-${value}`} type="hidden" name={name} value={value} />)}
      <Chosen view={view} contacts={choice.contacts} />
      <section aria-labelledby="file-title" className="card max-w-3xl">
        <div className="card-head"><h3 id="file-title">{t('report.file')}</h3></div>
        <div className="card-body space-y-4">
          <RadioGroup name="shape" scope="file" label={t('report.shape')} defaultValue="report" options={[{ value: 'report', label: t('report.shapeOf.report') }, { value: 'letter', label: t('report.shapeOf.letter'), help: t('report.shapeHelp.letter') }, { value: 'other', label: t('report.shapeOf.other'), help: t('report.shapeHelp.other'), more: <TextArea name="recipient" scope="file" label={t('report.recipient')} help={t('report.recipientHelp')} rows={4} maxLength={500} /> }]} />
          <details className="explain"><summary>{t('report.openingMore')}</summary><div className="mt-2"><TextArea name="opening" scope="file" label={t('report.opening')} help={t('report.openingHelp')} optional rows={4} maxLength={2000} /></div></details>
          <TextInput name="title" scope="file" label={t('report.name')} help={t('report.nameHelp')} defaultValue={t('report.title')} autoComplete="off" />
          <RadioGroup name="why" scope="file" label={p('report.purpose')} help={p('report.purposeHelp')} required options={reportPurposes.map((value) => ({ value, label: p(`report.why.${value}`) }))} />
          <Checkbox name="names" scope="file" label={t('report.names')} help={t('report.namesHelp')} />
          {mayCpr && <Checkbox name="cpr" scope="file" label={t('report.cpr')} />}
          <RadioGroup name="as" scope="file" label={t('report.as')} defaultValue="pdf" options={reportFormats.map((value) => ({ value, label: t(`report.format.${value}`), help: t(`report.formatHelp.${value}`) }))} />
          <Button type="submit" variant="primary">{t('report.submit')}</Button>
        </div>
      </section>
    </form>
  )
}

function Chosen({ view, contacts }: { view: ReportView; contacts: ReportContact[] }) {
  const [t, locale] = [useTranslations('casework'), useLocale()]
  const day = (one: ReportContact) => formatDay(dayOf(one.at), locale, 'short')
  return (
    <DataTable caption={t('report.untick')} showCaption rows={contacts} rowKey={({ id }) => id} empty={null} select={{ name: 'entry', label: (one) => t('report.tick', { day: day(one) }), selected: contacts.map(({ id }) => id) }}
      columns={[
        { key: 'day', header: t('report.day'), rowHeader: true, nowrap: true, cell: day },
        { key: 'kind', header: t('report.kind'), cell: (one) => entryTitle(one, t, locale) },
        { key: 'under', header: t('report.under'), cell: (one) => saidAbout(one.notes, view.topics).map(({ topic }) => nameOf(topic, locale)).join(', ') },
        { key: 'words', header: t('report.words'), cell: (one) => <span className="text-muted">{beginning(saidAbout(one.notes, view.topics)[0]?.text ?? one.agreed ?? '')}</span> },
      ]} />
  )
}

function beginning(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= BEGINNING ? line : `${line.slice(0, line.lastIndexOf(' ', BEGINNING) > 0 ? line.lastIndexOf(' ', BEGINNING) : BEGINNING)} …`
}
