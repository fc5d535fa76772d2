import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Day, toDay } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import { outreachRules } from '../../rules-data/sql'
import { endedOn } from '../facts'
import { factsOf } from '../facts-row'
import { type Headline, headlineOf } from '../headline'
import { type DueRow, type ListRow, toListRow } from '../list/rows'
import { detailedSql } from '../list/sql'
import { dueSql } from '../sql'

export type LoggedAttempt = { id: string; channel: string; outcome: string; happenedOn: Day; note: string | null; withdrawn: boolean; mayWithdraw: boolean }
export type PersonPanelData = {
  row: ListRow
  headline: Headline
  attempts: LoggedAttempt[]
  /** Reasons of tasks put off, by task. */
  postponed: Record<string, string>
  /** The letter that could come back, and the one recorded as returned today, which can still be undone. */
  sentOn: Day | null
  returnedToday: boolean
}

type Extra = {
  rows: DueRow[] | null
  attempts: { id: string; channel: string; outcome: string; happened_on: string; note: string | null; withdrawn: boolean; mine: boolean }[] | null
  postponed: Record<string, string> | null
  sent_on: string | null
  returned_on: string | null
}
const SHOWN_ATTEMPTS = 8

/** The person one works on beside the list. Null when there is nobody by that id whom the reader may see. Two statements and the audit row. */
export async function personPanel(actor: Actor, personId: string, today: Day): Promise<PersonPanelData | null> {
  return readAs(actor, 'outreach.read', async ({ tx, shown }) => {
    const set = await outreachRules(tx)
    const one = Prisma.sql`(SELECT d.*, 1 AS place FROM (${dueSql(set, today)}) d WHERE d.person_id = ${personId}::uuid)`
    const [found] = await tx.$queryRaw<Extra[]>`/* keep:person-panel */ SELECT ${detailedSql(one)} AS rows,
      (SELECT jsonb_agg(to_jsonb(a)) FROM (SELECT id, channel, outcome, happened_on, note, withdrawn_at IS NOT NULL AS withdrawn,
          recorded_by = ${actor.userId}::uuid AND withdrawn_at IS NULL AND recorded_at > now() - interval '15 minutes' AS mine
        FROM attempt WHERE person_id = ${personId}::uuid ORDER BY happened_on DESC, recorded_at DESC LIMIT ${SHOWN_ATTEMPTS}) a) AS attempts,
      (SELECT jsonb_object_agg(id, postpone_reason) FROM outreach_task WHERE person_id = ${personId}::uuid AND done_at IS NULL AND postpone_reason IS NOT NULL) AS postponed,
      (SELECT max(sent_on) FROM letter WHERE person_id = ${personId}::uuid AND returned_on IS NULL)::text AS sent_on,
      (SELECT max(returned_on) FROM letter WHERE person_id = ${personId}::uuid)::text AS returned_on`
    const raw = found?.rows?.[0]
    if (!found || !raw) return null
    shown({ kind: 'VIEW', action: 'outreach.person-viewed', personId })
    const row = toListRow(raw, set, today)
    return {
      row,
      headline: headlineOf(row, endedOn(factsOf(raw), today), set, today),
      attempts: (found.attempts ?? []).map((a) => ({ id: a.id, channel: a.channel, outcome: a.outcome, happenedOn: toDay(a.happened_on), note: a.note, withdrawn: a.withdrawn, mayWithdraw: a.mine })),
      postponed: found.postponed ?? {},
      sentOn: found.sent_on ? toDay(found.sent_on) : null,
      returnedToday: found.returned_on === today,
    }
  })
}
