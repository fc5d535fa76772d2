import { countsOf, LOOKUP_KINDS, type Lookup, type ReportAddress } from '@/lib/oversight/lookups/rules'
import { formatDay, formatMoment } from '@/lib/platform/dates'
import { dayOf } from '@/lib/platform/day'
import type { ReportDocument } from '@/lib/platform/documents/report'

type Say = (key: string, values?: Record<string, string | number>) => string
type Frame = { address: ReportAddress; municipality: string; locale: 'da' | 'en'; now: Date; /** Texts of `oversight.report` and of `frame.roles`, in the citizen's language. */ t: Say; role: Say }

/** One look-up in the citizen's words. */
export function lookupRow(lookup: Lookup, { t, role, locale }: Pick<Frame, 't' | 'role' | 'locale'>): string[] {
  const who = lookup.role ? lookup.role.split('+').map((one) => role(one)).join(', ') : t('self')
  // What an employee wrote may name others; the citizen is told that there is a reason and may ask for it.
  return [formatMoment(lookup.at, locale, 'short'), t(`kind.${lookup.kind}`), t(`work.${lookup.work}`), who, lookup.reason ? t('reasonNoted') : '']
}

export function reportColumns(t: Say): string[] {
  return ['at', 'kind', 'work', 'role', 'reason'].map((key) => t(`column.${key}`))
}

/** The report as a document to hand over: what it is, the sums, and every line. */
export function reportDocument(lookups: readonly Lookup[], frame: Frame): ReportDocument {
  const { t, locale, now, municipality, address } = frame
  const counts = countsOf(lookups)
  const period = { from: address.from ? formatDay(address.from, locale) : t('beginning'), to: address.to ? formatDay(address.to, locale) : formatDay(dayOf(now), locale) }
  const empty = { columns: [], widths: [], rows: [] }
  return {
    title: t('title'), author: municipality, language: locale, footer: `${municipality} · ${t('footer', { when: formatMoment(now, locale) })}`, madeAt: now,
    lead: [t('madeFor', { reference: address.person.slice(-8), ...period }), t('lead1'), t('lead2')],
    sections: [
      { heading: t('summary'), paragraphs: LOOKUP_KINDS.map((kind) => t('summaryLine', { kind: t(`kind.${kind}`), count: counts[kind] })), ...empty },
      { heading: t('all'), paragraphs: lookups.length === 0 ? [t('none')] : [], columns: reportColumns(t), widths: [3, 4, 4, 4, 3], rows: lookups.map((lookup) => lookupRow(lookup, frame)) },
    ],
  }
}
