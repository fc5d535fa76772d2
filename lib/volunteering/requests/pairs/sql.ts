import 'server-only'
import { toDay } from '@/lib/platform/day'
import { Prisma } from '@/lib/platform/db'
import type { PersonPair } from '../queries'

export type RawPersonPair = Omit<PersonPair, 'askedOn' | 'startedOn' | 'endedOn'> & { askedOn: string; startedOn: string | null; endedOn: string | null }

/** Who was asked for somebody, or has a match with them, as one value of jsonb: first names, the newest first. */
export const personPairsSql = (personId: string) => Prisma.sql`SELECT coalesce(jsonb_agg(jsonb_build_object('requestId', a.request_id, 'volunteerId', a.volunteer_id, 'firstName', a.first_name, 'askedOn', a.asked_on, 'personYes', a.person_yes, 'volunteerYes', a.volunteer_yes, 'startedOn', a.started_on, 'endedOn', a.ended_on, 'cause', a.cause) ORDER BY a.asked_on DESC), '[]') FROM access.person_pairs(${personId}::uuid) a`
/** Who was turned down for somebody, as one value of jsonb: first names, the newest first. */
export const personRefusalsSql = (personId: string) => Prisma.sql`SELECT coalesce(jsonb_agg(jsonb_build_object('requestId', d.request_id, 'volunteerId', d.volunteer_id, 'firstName', d.first_name, 'cause', d.cause, 'onDay', d.on_day, 'saidBy', d.said_by) ORDER BY d.on_day DESC, d.volunteer_id), '[]') FROM access.person_turned_down(${personId}::uuid) d`
export const readPersonPair = (one: RawPersonPair): PersonPair => ({ ...one, askedOn: toDay(one.askedOn), startedOn: one.startedOn === null ? null : toDay(one.startedOn), endedOn: one.endedOn === null ? null : toDay(one.endedOn) })
