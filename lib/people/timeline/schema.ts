import { z } from 'zod'

export const TIMELINE_KINDS = ['contact', 'case', 'referral', 'plan', 'decision', 'measurement', 'task', 'letter', 'reply', 'attempt', 'talk', 'wish', 'role', 'status'] as const
/** What outreach alone knows of. */
export const OUTREACH_KINDS: readonly string[] = ['letter', 'reply', 'attempt', 'talk', 'wish']
export type TimelineKind = (typeof TIMELINE_KINDS)[number]

/** The state of the list as it stands in the address. */
export const timelineView = z.object({ kind: z.enum(TIMELINE_KINDS).optional().catch(undefined), page: z.coerce.number().int().min(1).max(200).catch(1) })
