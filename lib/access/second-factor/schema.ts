import { z } from 'zod'

export const codeInput = z.object({ code: z.string().trim().min(6, 'secondFactor.error.code').max(40, 'secondFactor.error.code'), next: z.string().optional() })
export const nextInput = z.object({ next: z.string().optional() })
export const factorUserInput = z.object({ userId: z.uuid() })
