import { formatCpr } from '@/lib/people/cpr/rules'
import { formatDay, formatMoment } from '@/lib/platform/dates'
import { isDay } from '@/lib/platform/day'
import type { ReportDocument } from '@/lib/platform/documents/report'
import type { Field, Part, Redaction } from './rules'

/** Texts of `oversight.subject`; `has` tells whether there is one. */
export type Say = ((key: string, values?: Record<string, string | number>) => string) & { has: (key: string) => boolean }
export type Frame = { t: Say; locale: 'da' | 'en'; municipality: string; reference: string; now: Date }

/** A value in words. Codes are looked up; one without a text is shown as it is rather than hidden. */
export function fieldText({ column, value }: Pick<Field, 'column' | 'value'>, { t, locale }: Pick<Frame, 't' | 'locale'>): string {
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (typeof value === 'string' && isDay(value)) return formatDay(value, locale)
  if (column.kind === 'moment' && typeof value === 'string') return formatMoment(new Date(value), locale)
  if (column.name === 'cpr' && typeof value === 'string') return formatCpr(value)
  if (column.name === 'table_name') return tableName(String(value), t)
  if (column.name === 'field') return fieldName(String(value), t)
  if (typeof value === 'string' && t.has(`value.${value}`)) return t(`value.${value}`)
  return plain(value)
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).filter(Boolean).join(' · ')
  if (value && typeof value === 'object') return Object.entries(value).map(([key, one]) => `${key}: ${plain(one)}`).join(' · ')
  return value === null || value === undefined ? '' : String(value)
}

export function tableName(tab: string, t: Say): string {
  return t.has(`table.${tab}`) ? t(`table.${tab}`) : tab
}

export function fieldName(name: string, t: Say): string {
  return t.has(`field.${name}`) ? t(`field.${name}`) : name
}

export function strikeText({ reason, replacement }: Redaction, t: Say): string {
  return replacement ? `${replacement} (${t('replaced', { reason: t(`reason.${reason}`) })})` : `[${t('struck', { reason: t(`reason.${reason}`) })}]`
}

/** Parts by table, in their order. */
export function byTable(parts: readonly Part[]): [string, Part[]][] {
  return [...Map.groupBy(parts, (part) => part.tab)]
}

/** Columns a page has room for; a table with more becomes a list for each row. */
const WIDE = 6

/** The answer as a document: what it is, where it comes from, the person's rights, and everything that is held, part by part. */
export function subjectDocument(parts: readonly Part[], frame: Frame): ReportDocument {
  const { t, locale, now, municipality, reference } = frame
  const struck = parts.reduce((sum, part) => sum + (part.struck ? 1 : part.fields.filter((field) => field.struck).length), 0)
  return {
    title: t('title'), author: municipality, language: locale, footer: `${municipality} · ${t('footer', { reference })}`, madeAt: now,
    lead: [t('madeFor', { reference, when: formatMoment(now, locale) }), t('lead'), ...(struck > 0 ? [t('struckCount', { count: struck })] : [])],
    sections: [
      ...(['purpose', 'recipients', 'sources', 'retention', 'rights', 'logbook'] as const).map((key) => ({ heading: t(`about.${key}.title`), paragraphs: [t(`about.${key}.text`)], columns: [], widths: [], rows: [] })),
      ...byTable(parts).flatMap(([tab, rows]) => tableSections(tab, rows, frame)),
    ],
  }
}

function tableSections(tab: string, parts: Part[], frame: Frame): ReportDocument['sections'] {
  const { t } = frame
  const shown = (field: Field) => (field.struck ? strikeText(field.struck, t) : fieldText(field, frame))
  const gone = parts.filter((part) => part.struck).map((part) => strikeText(part.struck as Redaction, t))
  const left = parts.filter((part) => !part.struck)
  const names = [...new Set(left.flatMap((part) => part.fields.map((field) => field.column.name)))]
  const heading = tableName(tab, t)
  if (names.length <= WIDE) {
    const cell = (part: Part, name: string) => part.fields.filter((field) => field.column.name === name).map(shown).join()
    return [{ heading, paragraphs: gone, columns: names.map((name) => fieldName(name, t)), widths: names.map(() => 1), rows: names.length === 0 ? [] : left.map((part) => names.map((name) => cell(part, name))) }]
  }
  const one = (part: Part) => part.fields.map((field) => [fieldName(field.column.name, t), shown(field)])
  const numbered = (at: number) => (left.length > 1 ? t('numbered', { name: heading, at: at + 1, count: left.length }) : heading)
  const sections = left.map((part, at) => ({ heading: numbered(at), paragraphs: at === 0 ? gone : [], columns: [t('what'), t('information')], widths: [1, 2], rows: one(part) }))
  return sections.length > 0 ? sections : [{ heading, paragraphs: gone, columns: [], widths: [], rows: [] }]
}

/** The same for machines (GDPR art. 20): the parts that were gone through and nothing else, so that nothing leaves that nobody read. */
export function subjectData(parts: readonly Part[], { municipality, reference, now }: Pick<Frame, 'municipality' | 'reference' | 'now'>): string {
  const value = (field: Field) => (field.struck ? field.struck.replacement : field.value)
  const row = (part: Part) => (part.struck ? { struckOut: part.struck.reason } : {
    ...Object.fromEntries(part.fields.map((field) => [field.column.name, value(field)])),
    ...(part.fields.some((field) => field.struck) ? { struckOut: Object.fromEntries(part.fields.filter((field) => field.struck).map((field) => [field.column.name, field.struck?.reason])) } : {}),
  })
  return JSON.stringify({ municipality, reference, madeAt: now.toISOString(), held: Object.fromEntries(byTable(parts).map(([tab, rows]) => [tab, rows.map(row)])) }, null, 2)
}
