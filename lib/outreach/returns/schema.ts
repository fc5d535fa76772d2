import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { backTo } from '../attempts/schema'

export const returnReasons = ['UNKNOWN', 'MOVED', 'REFUSED', 'DEAD'] as const

/** Without a letter: the person's last one that left and has not come back. */
export const returnInput = z.object({ personId: z.uuid(), reason: z.enum(returnReasons).optional().catch(undefined), back: backTo })
export const undoReturnInput = z.object({ personId: z.uuid(), back: backTo })

export const foundAddressInput = z.object({
  personId: z.uuid(),
  careOf: z.string().trim().max(100, 'outreach.error.tooLong').optional(),
  street: z.string().trim().min(1, 'outreach.error.street').max(100, 'outreach.error.tooLong'),
  number: z.string().trim().min(1, 'outreach.error.houseNumber').max(10, 'outreach.error.tooLong'),
  floor: z.string().trim().max(10, 'outreach.error.tooLong').optional(),
  door: z.string().trim().max(10, 'outreach.error.tooLong').optional(),
  postcode: z.string().trim().regex(/^\d{4}$/, 'outreach.error.postcode'),
  town: z.string().trim().min(1, 'outreach.error.town').max(60, 'outreach.error.tooLong'),
  back: backTo,
})

export const endedInput = z
  .object({ personId: z.uuid(), kind: z.enum(['DEAD', 'MOVED_AWAY'], 'outreach.error.decision'), ...dayParts('on'), back: backTo })
  .transform((input, context) => {
    const on = readDay(input, 'on', context, { required: 'outreach.error.endOn' })
    return on ? { personId: input.personId, kind: input.kind, on, back: input.back } : z.NEVER
  })
