import { z } from 'zod'

export const loginInput = z.object({ volunteerId: z.uuid() })
