import { z } from 'zod'

export const loginInput = z.object({ volunteerId: z.uuid() })
/** `follow`: the address of the record in the place of the one the volunteer signs in with. */
export const giveLoginInput = loginInput.extend({ follow: z.literal('on').optional().transform((value) => value === 'on') })
export const loginRequestInput = z.object({ loginRequestId: z.uuid() })
