import 'server-only'
import { z } from 'zod'
import { type Actor, can } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { addMonths, type Day } from '@/lib/platform/day'
import { cprOf, headOf } from '../../disclosure/sql'
import { type MeasurementRow, type PersonProgress, readProgress } from '../sql'
import { selected } from './rules'
import type { ReportView } from './schema'

export type ProgressReport = { name: string; /** Only where it was asked for and may be read. */ cpr: string | null; municipality: string; progress: PersonProgress; /** In the period and on the scales that were asked for, oldest first; what was taken back is none. */ measured: MeasurementRow[]; from: Day | null }

/**
 * What the overview says, and a row in the log that it was taken out, for what, and how much of it. Null when the person does not exist for this reader, or the
 * record was merged away.
 */
export function progressReport(actor: Actor, personId: string, view: ReportView, today: Day): Promise<ProgressReport | null> {
  if (!z.uuid().safeParse(personId).success) return Promise.resolve(null)
  return readAs(actor, 'progress.read', async ({ tx, shown }) => {
    const head = await headOf(tx, personId)
    if (!head) return null
    const progress = await readProgress(tx, personId, actor.userId)
    const from = view.months === 'all' ? null : addMonths(today, -Number(view.months))
    const measured = selected(progress.measured, { from, scale: view.scale === 'all' ? null : view.scale })
    const cpr = view.cpr && can(actor, 'person.read.cpr') ? await cprOf(tx, personId) : null
    shown({ kind: 'DISCLOSURE', action: 'progress.report-made', purpose: view.why, personId, details: { scale: view.scale, months: view.months, measurements: measured.length, cpr: cpr !== null } })
    return { ...head, cpr, progress, measured, from }
  })
}
