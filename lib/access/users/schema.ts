import { z } from 'zod'
import { roles } from '../matrix'

/** One or many ticked boxes of a name: a form sends a text, a list, or nothing. */
const ticked = <T extends z.ZodType>(one: T) => z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(one))

export const rightsInput = z.object({
  userId: z.uuid(),
  version: z.coerce.number().int(),
  unitId: z.preprocess((value) => (value === '' ? null : value), z.uuid().nullable()),
  roles: ticked(z.enum(roles)),
  clearances: ticked(z.enum(['PROTECTED_ADDRESS', 'SHIELDED'])),
})

export const activeInput = z.object({ userId: z.uuid(), active: z.enum(['true', 'false']).transform((value) => value === 'true') })
