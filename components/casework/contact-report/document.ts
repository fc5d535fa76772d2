import { entryTitle } from '@/components/casework/entry-title'
import type { ContactReport } from '@/lib/casework/contacts/report/queries'
import type { ContactDocument, ReportEntry, ReportPart } from '@/lib/casework/contacts/report/render'
import { type ReportContact, underTopics } from '@/lib/casework/contacts/report/rules'
import { formatDay, formatMoment } from '@/lib/platform/dates'
import { dayOf } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'

type Translate = (key: string, values?: Record<string, string | number>) => string
type Frame = { /** Of `casework`. */ t: Translate; locale: 'da' | 'en'; now: Date; /** Who takes it out. */ by: string }

/** The words of the report: whom it is about, what it covers and what it leaves out, and each chosen contact once, under its first topic. */
export function contactDocument({ letterhead, name, municipality, cpr, choice, input }: ContactReport, frame: Frame): ContactDocument {
  const { t, locale, now, by } = frame
  const left = choice.inPeriod - choice.contacts.length
  const topics = choice.topics.filter(({ code }) => input.topics.includes(code)).map((one) => nameOf(one, locale))
  const lead = [
    t('report.for', { name }), cpr && t('report.cprLine', { cpr }), t('report.covers', { from: formatDay(input.from, locale), to: formatDay(input.to, locale), count: choice.contacts.length }),
    topics.length > 0 && t('report.about', { topics: topics.join(', ') }), left > 0 && t('report.left', { count: left }),
    input.names ? t('report.madeBy', { when: formatMoment(now, locale), name: by }) : t('report.made', { when: formatMoment(now, locale) }),
  ]
  // Whom it is about and when it was made stand in the head of a letter.
  const letterLead = lead.filter((line, at) => at > 0 && at < lead.length - 1)
  return {
    title: titleOf(cleaned(input.title), Boolean(letterhead), t), author: municipality, language: locale, footer: t('report.footer', { municipality, when: formatMoment(now, locale, 'short') }), madeAt: now,
    lead: (letterhead ? letterLead : lead).filter((line) => typeof line === 'string'), unprintable: t('report.unprintable'),
    sections: underTopics(choice.contacts, choice.topics, input.topics).map(({ topic, contacts }) => ({ heading: topic ? nameOf(topic, locale) : t('report.noTopic'), entries: contacts.map((one) => entryOf(one, input.names, !letterhead, frame)) })),
  }
}

/** A letter nobody has given a heading is no report. */
const titleOf = (typed: string, letter: boolean, t: Translate): string => (letter && (typed === '' || typed === t('report.title')) ? t('report.letter.title') : typed || t('report.title'))

function entryOf(contact: ReportContact, names: boolean, travel: boolean, { t, locale }: Frame): ReportEntry {
  const { at, minutes, travelMinutes, travelKm, companion, interpreter, agreed, nextOn, nextStep, notes, additions, by } = contact
  const facts = [minutes !== null && t('log.minutes', { count: minutes }), travel && travelMinutes !== null && t('log.travelMinutes', { count: travelMinutes }), travel && travelKm !== null && t('log.travelKm', { count: travelKm }), companion && t('report.companion'), interpreter && t('report.interpreter'), names && t('report.by', { name: by })].filter((fact) => typeof fact === 'string')
  const next = [nextOn && formatDay(nextOn, locale), nextStep].filter(Boolean).join(': ')
  const parts: ReportPart[] = [
    ...notes.map(({ topic, text }, place) => ({ label: place === 0 ? null : `${nameOf(topic, locale)}:`, paragraphs: linesOf(text) })),
    { label: t('log.agreed'), paragraphs: linesOf(agreed ?? '') }, { label: t('log.next'), paragraphs: linesOf(next) },
    ...additions.map((one) => ({ label: t(names ? 'report.addedBy' : 'report.added', { day: formatDay(dayOf(one.at), locale), name: one.by }), paragraphs: linesOf(one.text) })),
  ]
  return { heading: t('report.entry', { day: formatDay(dayOf(at), locale), kind: entryTitle(contact, t, locale) }), facts: facts.length > 0 ? facts.join(' · ') : null, parts: parts.filter(({ paragraphs }) => paragraphs.length > 0) }
}

/** Signs that are no text (pasted in from elsewhere) make a file that cannot be opened. */
const cleaned = (text: string): string => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, '').replace(/\t/g, ' ').trim()
const linesOf = (text: string): string[] => text.split(/\r?\n/).map(cleaned).filter((line) => line !== '')
