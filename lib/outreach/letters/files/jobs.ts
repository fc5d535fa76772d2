import 'server-only'
import { record } from '@/lib/audit/record'
import { deadlineSql } from '@/lib/deadlines/sql'
import { now } from '@/lib/platform/clock'
import { dayOf } from '@/lib/platform/day'
import { Prisma, transaction } from '@/lib/platform/db'
import type { JobHandler } from '@/lib/platform/jobs/handler'
import { outreachRules } from '../../rules-data/sql'

/** `print.clear`: erases the printer's copies of runs that were sent longer ago than the rule says. Each letter stays filed on its person. */
export const clearPrintFiles = (clock: () => Date = now): JobHandler<'print.clear'> => async () => {
  const today = dayOf(clock())
  const runs = await transaction({ role: 'worker' }, async (tx) => {
    const { rules, closingDays } = await outreachRules(tx)
    const last = deadlineSql(rules, 'print-files-kept', Prisma.sql`(r.sent_at AT TIME ZONE 'Europe/Copenhagen')::date`, closingDays, today)
    const found = await tx.$queryRaw<{ runId: string; files: number }[]>`
      WITH old AS (UPDATE run_file f SET cleared_at = now() FROM run r
        WHERE r.id = f.run_id AND f.cleared_at IS NULL AND f.kind IN ('print', 'manifest') AND r.state IN ('SENT', 'CLOSED') AND ${last} < ${today}::date RETURNING f.file_id, f.run_id),
      gone AS (DELETE FROM stored_file s USING old WHERE s.id = old.file_id AND s.kind IN ('print', 'manifest') RETURNING 1)
      SELECT run_id::text AS "runId", count(*)::int AS files FROM old GROUP BY 1`
    for (const { runId, files } of found) await record(tx, { kind: 'MACHINE', action: 'run.files-cleared', details: { runId, files } })
    return found
  })
  return runs.length > 0 ? { runs: runs.length, files: runs.reduce((sum, run) => sum + run.files, 0) } : null
}
