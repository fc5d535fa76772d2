import 'server-only'
import { type Day, toDay } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'

type Unit = { id: string; nameDa: string; nameEn: string }
export type Minute = { id: string; text: string; by: string; at: Date; /** Written after the meeting was held: an addition. */ later: boolean }
/** Where a case stood on an agenda, and what was decided. */
export type CaseMeeting = { caseId: string; itemId: string; /** Null: not a meeting of the reader's. */ meetingId: string | null; onDay: Day; unit: Unit; held: boolean; cancelled: boolean; words: string; minutes: Minute[] }
type Raw = Omit<CaseMeeting, 'onDay' | 'minutes'> & { onDay: string; minutes: (Omit<Minute, 'at'> & { at: string })[] }

/** What was and will be said of a person's cases at meetings, the newest first. One statement. */
export async function caseMeetings(tx: Tx, personId: string): Promise<CaseMeeting[]> {
  const rows = await tx.$queryRaw<Raw[]>`SELECT k.case_id::text AS "caseId", k.item_id::text AS "itemId", CASE WHEN k.known THEN k.meeting_id::text END AS "meetingId", k.on_day::text AS "onDay", k.held, coalesce((SELECT m.cancelled_at IS NOT NULL FROM meeting m WHERE m.id = k.meeting_id), false) AS cancelled, k.words, k.minutes,
      jsonb_build_object('id', n.id, 'nameDa', n.name_da, 'nameEn', n.name_en) AS unit FROM access.case_meetings(${personId}::uuid) k JOIN unit n ON n.id = k.unit_id`
  return rows.map(({ onDay, minutes, ...row }) => ({ ...row, onDay: toDay(onDay), minutes: minutes.map((one) => ({ ...one, at: new Date(one.at) })) }))
}
