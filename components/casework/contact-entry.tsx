import { useLocale, useTranslations } from 'next-intl'
import { MomentText } from '@/components/ui/moment-text'
import { Tag } from '@/components/ui/tag'
import type { ContactRow } from '@/lib/casework/contacts/queries'
import { type EntryForm, formsUnder } from '@/lib/casework/contacts/rules'
import { formatDay, formatMoment } from '@/lib/platform/dates'
import { nameOf } from '@/lib/platform/i18n/named'
import { EntryForms } from './entry-forms'
import type { EntryTexts } from './entry-texts'
import { entryTitle } from './entry-title'
import { RedactedEntry } from './redacted-entry'

const tones = { reached: 'success', tried: 'neutral', work: 'info' } as const

type Props = { personId: string; entry: ContactRow; fresh: boolean; /** Leads on to the screening guide. */ guide: boolean; /** Of the log. */ page: number; /** The form the address asks for. */ unfolded: EntryForm | null; /** Of the forms; null for whoever may not record. */ texts: EntryTexts | null }

/** One entry: when it happened, when and by whom it was written down, what was said under its topics, and what was added later. */
export function ContactEntry({ personId, entry, fresh, guide, page, unfolded, texts }: Props) {
  const [t, locale] = [useTranslations('casework'), useLocale()]
  const present = [entry.minutes !== null && t('log.minutes', { count: entry.minutes }), entry.travelMinutes !== null && t('log.travelMinutes', { count: entry.travelMinutes }), entry.travelKm !== null && t('log.travelKm', { count: entry.travelKm }), entry.companion && t('log.companion'), entry.interpreter && t('log.interpreter'), entry.others > 0 && t('log.together', { count: entry.others }), entry.cases.length > 0 && t('log.about', { cases: entry.cases.map((one) => `${t(`cases.kind.${one.kind}`)} · ${nameOf(one.unit, locale)}`).join(', ') })].filter(Boolean)
  return (
    <article id={`contact-${entry.id}`} className="card scroll-mt-40" aria-labelledby={`contact-${entry.id}-title`}>
      <div className="card-body space-y-2">
        <h3 id={`contact-${entry.id}-title`} className="flex flex-wrap items-center gap-x-2">
          {entryTitle(entry, t, locale)} {entry.redaction ? <Tag>{t('redaction.tag')}</Tag> : <Tag tone={tones[entry.outcome]}>{t(`outcome.${entry.outcome}`)}</Tag>}{fresh && <Tag tone="success">{t('log.fresh')}</Tag>}
        </h3>
        <p className="text-sm text-muted"><MomentText moment={entry.at} /> · {t('log.recorded', { name: entry.by, when: formatMoment(entry.recordedAt, locale, 'short') })}{present.length > 0 && <> · {present.join(' · ')}</>}</p>
        {entry.redaction ? <RedactedEntry personId={personId} contactId={entry.id} redaction={{ ...entry.redaction, mayRestore: texts !== null && entry.redaction.mayRestore }} /> : <EntryWords entry={entry} />}
        {guide && !entry.redaction && <p className="no-print text-sm"><a href={`/people/${personId}/screening`}>{t('guide')}</a></p>}
        {texts && !entry.redaction && <EntryForms personId={personId} contactId={entry.id} forms={formsUnder(entry)} unfolded={unfolded} page={page} texts={texts} />}
      </div>
    </article>
  )
}

/** What was said under its topics, what was agreed and comes next, and what was added later. */
function EntryWords({ entry }: { entry: ContactRow }) {
  const [t, locale] = [useTranslations('casework'), useLocale()]
  return (
    <>
      {entry.notes.map(({ topic, text }) => (
        <div key={topic.code}>
          {topic.code !== 'general' && <h4 className="text-sm">{nameOf(topic, locale)}</h4>}
          <p className="max-w-text whitespace-pre-line">{text}</p>
        </div>
      ))}
      {entry.agreed && <p className="max-w-text whitespace-pre-line"><strong>{t('log.agreed')}</strong> {entry.agreed}</p>}
      {entry.nextOn && <p><strong>{t('log.next')}</strong> {formatDay(entry.nextOn, locale)}{entry.nextStep && <>: {entry.nextStep}</>}</p>}
      {entry.additions.map((one) => (
        <div key={one.id} className="border-s-3 border-line ps-3">
          <p className="max-w-text whitespace-pre-line">{one.text}</p>
          <p className="text-sm text-muted">{t('log.added', { name: one.by, when: formatMoment(one.at, locale, 'short') })}</p>
        </div>
      ))}
      {entry.remarks.map((one) => (
        <div key={one.id} className="border-s-3 border-line ps-3">
          <p className="max-w-text whitespace-pre-line"><Tag tone={one.kind === 'praise' ? 'success' : 'info'}>{t(`remark.kind.${one.kind}`)}</Tag> {one.text}</p>
          <p className="text-sm text-muted">{t('remark.by', { name: one.by, when: formatMoment(one.at, locale, 'short') })}</p>
        </div>
      ))}
    </>
  )
}
