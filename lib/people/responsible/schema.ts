import { z } from 'zod'

export const assignInput = z.object({ personId: z.uuid(), userId: z.uuid('people.error.choose'), replace: z.enum(['add', 'replace']).default('add') })
export const endAssignInput = z.object({ personId: z.uuid(), row: z.uuid() })
