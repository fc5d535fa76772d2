import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'

/** That a paper was asked for, or what was decided when it was seen. `number`: the newest word on it the form was made from; none is 0. */
export const paperInput = z
  .object({ volunteerId: z.uuid(), kind: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), number: z.coerce.number().int().min(0).max(1000), state: z.enum(['asked', 'approved', 'refused'], 'volunteering.error.paper'), ...dayParts('on'), ...dayParts('expires') })
  .transform((input, context) => {
    const { volunteerId, kind, number, state } = input
    const onDay = readDay(input, 'on', context, { required: 'volunteering.error.on' })
    const expiresOn = state === 'approved' ? readDay(input, 'expires', context) : null
    if (onDay && expiresOn && expiresOn < onDay) context.addIssue({ code: 'custom', path: ['expires'], message: 'volunteering.error.expires' })
    return onDay ? { volunteerId, kind, number, state, onDay, expiresOn } : z.NEVER
  })
export type PaperInput = z.output<typeof paperInput>
