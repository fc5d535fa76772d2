import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Day, toDay } from '@/lib/platform/day'
import { figureOf, type OutreachMonth, partOf } from './rules'

const REPLY_KINDS = ['TALK', 'CALL', 'LATER', 'NOT_THIS_YEAR', 'NEVER', 'MOVED'] as const
const STEPS = ['PHONE', 'OTHER_CHANNEL', 'HOME_VISIT'] as const

type Parts = Record<string, number> | null
type Row = { month: string; day: string; population: number | null; covered: number | null; overdue: number | null; letters: Parts; replies: Parts; steps: Parts }

/**
 * Month by month up to today, oldest first; the last one runs until today. Counted in the database, which gives counts and never rows, and
 * keeps small numbers back from readers who may not see the people. One statement; nobody is shown, so nobody is logged as seen.
 */
export async function outreachMonths(actor: Actor, today: Day, months = 24): Promise<OutreachMonth[]> {
  return readAs(actor, 'outreach.figures', async ({ tx }) => {
    const [answer] = await tx.$queryRaw<{ months: Row[] | null }[]>`SELECT access.outreach_figures(${today}::date, ${months}::int) AS months`
    return (answer?.months ?? []).map((row): OutreachMonth => ({
      month: toDay(row.month),
      day: toDay(row.day),
      population: figureOf(row.population),
      covered: figureOf(row.covered),
      overdue: figureOf(row.overdue),
      letters: { first: partOf(row.letters, 'first'), yearly: partOf(row.letters, 'yearly') },
      replies: Object.fromEntries(REPLY_KINDS.map((kind) => [kind, partOf(row.replies, kind)])),
      steps: Object.fromEntries(STEPS.map((step) => [step, partOf(row.steps, step)])),
    }))
  })
}
