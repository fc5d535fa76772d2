import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { notAfterToday } from '../record/schema'

/** The roles this office gives. Others come with their own programme. */
export const GIVEN_ROLES = ['VETERAN', 'RELATIVE'] as const

export const roleInput = z
  .object({ personId: z.uuid(), kind: z.enum(GIVEN_ROLES, 'people.error.choose'), ...dayParts('fromDay') })
  .transform((input, context) => ({ personId: input.personId, kind: input.kind, fromDay: readDay(input, 'fromDay', context, { required: 'people.error.fromDay', ...notAfterToday }) }))

export const endRoleInput = z.object({ personId: z.uuid(), row: z.uuid() })
