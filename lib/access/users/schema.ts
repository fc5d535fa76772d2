import { z } from 'zod'
import { recordVersion } from '@/lib/platform/record-version'

export const unitInput = z.object({
  userId: z.uuid(),
  version: recordVersion,
  unitId: z.preprocess((value) => (value === '' ? null : value), z.uuid().nullable()),
})

export const activeInput = z.object({ userId: z.uuid(), active: z.enum(['true', 'false']).transform((value) => value === 'true') })
