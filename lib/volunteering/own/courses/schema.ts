import { z } from 'zod'

export const ownSeatInput = z.object({ courseId: z.uuid() })
