import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Caseload, caseloads } from '../weights/sql'

export type Handover = { /** The unit's, or one's own row for those who give no cases to others. */ loads: Caseload[] }

/** What the page of handing over begins with. One statement besides the row of the log. */
export function handover(actor: Actor): Promise<Handover> {
  return readAs(actor, 'case.manage', async ({ tx, shown }) => {
    shown({ action: 'case.loads-listed' })
    return { loads: await caseloads(tx, actor.unitId) }
  })
}
