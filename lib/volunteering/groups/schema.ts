import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { tick, words } from '../volunteers/schema'

const MOST = 500
const number = (message: string, least: number) => z.string().trim().regex(/^\d{1,3}$/, message).transform(Number).refine((many) => many >= least && many <= MOST, message)
/** `id`: of the group that is changed; none: a new one. `closed`: takes nobody from today on. */
export const groupInput = z.object({
  groupId: z.union([z.uuid(), z.literal('')]).default('').transform((id) => id || null), version: z.coerce.number().int().min(0).default(0), kind: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'groups.error.kind').default(''),
  name: words(120), place: words(200), meets: words(200), seats: z.union([z.literal('').transform(() => null), number('groups.error.seats', 1)]).default(null),
  leaderId: z.union([z.uuid(), z.literal('')], 'groups.error.volunteer').default('').transform((id) => id || null), closed: tick,
}).transform((input, context) => {
  if (input.name !== null) return { ...input, name: input.name }
  context.addIssue({ code: 'custom', path: ['name'], message: 'groups.error.name' })
  return z.NEVER
})
export type GroupInput = z.output<typeof groupInput>
export const helperInput = z.object({ groupId: z.uuid(), volunteerId: z.uuid('groups.error.volunteer') })
export const groupMeetingInput = z.object({ groupId: z.uuid(), volunteers: number('groups.error.number', 0), citizens: number('groups.error.number', 0), ...dayParts('on') }).transform((input, context) => {
  const onDay = readDay(input, 'on', context, { required: 'volunteering.error.on' })
  return onDay ? { groupId: input.groupId, volunteers: input.volunteers, citizens: input.citizens, onDay } : z.NEVER
})
export const citizenInput = z.object({ personId: z.uuid(), groupId: z.uuid('groups.error.choose') })
