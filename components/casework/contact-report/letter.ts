import type { ContactReport } from '@/lib/casework/contacts/report/queries'
import type { LetterParts } from '@/lib/casework/contacts/report/render'
import type { Letterhead } from '@/lib/casework/contacts/report/letterhead/sql'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'

type Frame = { /** Of `casework`. */ t: (key: string, values?: Record<string, string | number>) => string; locale: 'da' | 'en'; today: Day }

/**
 * What stands around the chosen contacts in a letter. Without an address the window shows the name alone: it goes in Digital Post, or somebody who may see the address writes it on.
 * A letter that calls to a talk or a meeting names the right to bring somebody (forvaltningsloven § 8).
 */
export function letterParts({ name, input }: ContactReport, head: Letterhead, { t, locale, today }: Frame): LetterParts {
  const citizen = input.shape === 'letter'
  return {
    to: citizen ? [name, ...(head.address ?? [])] : input.recipient,
    date: formatDay(today, locale), sender: head.sender, largePrint: head.largePrint, labels: { page: t('report.letter.page', { page: '{page}', pages: '{pages}' }), reference: '' },
    greeting: citizen ? t('report.letter.dear', { name: head.firstName }) : t('report.letter.about', { name }),
    opening: input.opening.split(/\r?\n/).map((line) => line.trim()).filter(Boolean),
    companion: citizen && (input.why === 'talk' || input.why === 'meeting') ? t('report.letter.companion') : null,
    closing: t('report.letter.closing'), signed: [head.signedBy.name, head.signedBy.title ?? '', head.sender.unit, t('report.letter.phone', { phone: head.signedBy.phone })].filter(Boolean),
  }
}
