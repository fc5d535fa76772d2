import 'server-only'
import { callAccess } from '@/lib/platform/db'
import type { OwnFeedRow } from './ics'

/** The dates of the volunteer who owns the feed address at this moment, or nothing for one that does not hold. Notes that a calendar has read it. */
export async function ownFeed(token: string): Promise<OwnFeedRow[]> {
  return callAccess<OwnFeedRow>('SELECT kind, id, starts_at AS "startsAt", ends_at AS "endsAt", place, sequence, cancelled, language FROM access.own_feed($1)', [token])
}
