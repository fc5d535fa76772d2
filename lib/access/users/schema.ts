import { z } from 'zod'

export const unitInput = z.object({
  userId: z.uuid(),
  version: z.coerce.number().int(),
  unitId: z.preprocess((value) => (value === '' ? null : value), z.uuid().nullable()),
})

export const activeInput = z.object({ userId: z.uuid(), active: z.enum(['true', 'false']).transform((value) => value === 'true') })
