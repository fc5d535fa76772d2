import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { dayOfAddress } from '@/lib/platform/date-input'
import type { Day } from '@/lib/platform/day'
import { reportPurposes } from '../../disclosure/rules'
import { outcomes } from '../rules'
import { lastThreeMonths, type Period, REPORT_MOST } from './rules'

/** What an address or a form sends: one value or several under a name. */
export type Sent = Record<string, string | string[] | undefined>
export const reportFormats = ['pdf', 'docx'] as const
export type ReportFormat = (typeof reportFormats)[number]
/** A report, or a letter with the same in it: to the citizen, or to somebody else. */
export const reportShapes = ['report', 'letter', 'other'] as const
export type ReportShape = (typeof reportShapes)[number]
/** Lines and signs that fit in the window of an envelope. */
const RECIPIENT_LINES = 6
const RECIPIENT_MOST = 60
/** What the page says after a form that could make no file. */
export const reportProblems = ['entries', 'why', 'title', 'recipient', 'words'] as const
export type ReportProblem = (typeof reportProblems)[number]

const several = (value: string | string[] | undefined): string[] => [value ?? []].flat()
const problem = z.enum(reportProblems).nullable().catch(null)

/** Which entries the report is chosen from. `badDay`: something that is no day was written, and the last three months are shown. */
export type ReportView = Period & { outcomes: (typeof outcomes)[number][]; /** None: all. */ topics: string[]; badDay: boolean; problem: ReportProblem | null }

/** Anything that cannot be read falls back to what is usual: talks of the last three months. Days that stand the wrong way round are turned. */
export function readReportView(sent: Sent, today: Day): ReportView {
  const usual = lastThreeMonths(today)
  const [from, to] = [dayOfAddress(sent, 'from'), dayOfAddress(sent, 'to')]
  const badDay = from === undefined || to === undefined
  const [first, last] = badDay ? [usual.from, usual.to] : [from ?? usual.from, to ?? usual.to]
  const chosen = outcomes.filter((one) => several(sent.outcome).includes(one))
  return {
    from: first < last ? first : last, to: first < last ? last : first, badDay, outcomes: chosen.length > 0 ? chosen : ['reached'],
    topics: several(sent.topic).filter((code) => /^[a-z][a-z-]{1,30}$/.test(code)), problem: problem.parse(sent.problem ?? null),
  }
}

/** The same as an address, without the boxes. */
export function viewQuery({ from, to, outcomes: kinds, topics }: Pick<ReportView, 'from' | 'to' | 'outcomes' | 'topics'>): string {
  return new URLSearchParams([['from', from], ['to', to], ...kinds.map((one) => ['outcome', one]), ...topics.map((one) => ['topic', one])]).toString()
}

const tick = z.literal('on').optional().catch(undefined).transform((value) => value === 'on')
const file = z.object({
  title: z.string().trim().max(100).default(''), why: z.enum(reportPurposes), names: tick, cpr: tick, as: z.enum(reportFormats).catch('pdf').default('pdf'), lang: z.enum(['da', 'en']).catch('da').default('da'),
  shape: z.enum(reportShapes).catch('report').default('report'), recipient: z.string().max(500).catch('').default(''), opening: z.string().trim().max(2000).catch('').default(''),
})
export type ReportInput = ReportView & Omit<z.output<typeof file>, 'recipient'> & { /** To whom, where it is to somebody else: lines of an envelope. */ recipient: string[] } & { /** Null: all that match. Ids of anything else are as if they were not there. */ entries: string[] | null }

/**
 * What the file is to hold, or what is missing. Without a purpose there is no file. `chosen`: the entries were ticked one by one (a form); an address alone
 * means all that match.
 */
export function readReportInput(sent: Sent, today: Day, chosen: boolean): ReportInput | { problem: ReportProblem } {
  const read = file.safeParse(Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, several(value)[0]])))
  if (!read.success) return { problem: read.error.issues.some(({ path }) => path[0] === 'title') ? 'title' : 'why' }
  if (!withoutCpr(read.data.title)) return { problem: 'title' }
  // A letter is made of a form alone: what is chosen by a link is a report.
  const shape = chosen ? read.data.shape : 'report'
  const recipient = shape === 'other' ? read.data.recipient.split(/\r?\n/).map((line) => line.trim()).filter(Boolean) : []
  if (shape === 'other' && (recipient.length === 0 || recipient.length > RECIPIENT_LINES || recipient.some((line) => line.length > RECIPIENT_MOST || !withoutCpr(line)))) return { problem: 'recipient' }
  if (shape !== 'report' && !withoutCpr(read.data.opening)) return { problem: 'words' }
  const entries = chosen || sent.entry !== undefined ? several(sent.entry).filter((id) => z.uuid().safeParse(id).success).slice(0, REPORT_MOST) : null
  if (chosen && entries?.length === 0) return { problem: 'entries' }
  return { ...readReportView(sent, today), ...read.data, shape, recipient, entries }
}
