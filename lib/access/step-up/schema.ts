import { z } from 'zod'

export const proveInput = z.object({ next: z.string().optional() })
