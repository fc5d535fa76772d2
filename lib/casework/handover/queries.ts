import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import type { Day } from '@/lib/platform/day'
import { type Caseload, caseloads } from '../weights/sql'
import { type AbsenceRow, absences } from './cover/sql'

export type Handover = { /** The unit's, or one's own row for those who give no cases to others. */ loads: Caseload[]; absences: AbsenceRow[] }

/** What the page of handing over begins with. Two statements besides the row of the log. */
export function handover(actor: Actor, today: Day): Promise<Handover> {
  return readAs(actor, 'case.manage', async ({ tx, shown }) => {
    shown({ action: 'case.loads-listed' })
    return { loads: await caseloads(tx, actor.unitId), absences: await absences(tx, actor.unitId, actor.userId, today) }
  })
}
