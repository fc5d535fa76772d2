import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'

export const tieRepresentativeInput = z.object({ associationId: z.uuid(), userId: z.uuid('associations.representative.error.who'), ...dayParts('until') }).transform((input, context) => ({ associationId: input.associationId, userId: input.userId, until: readDay(input, 'until', context) }))
export const representativeRef = z.object({ associationId: z.uuid(), representativeId: z.uuid() })
