import { z } from 'zod'
import { tick } from '../record/schema'

export const RELATION_KINDS = ['SPOUSE', 'PARTNER', 'PARENT', 'CHILD', 'SIBLING', 'OTHER_FAMILY', 'FRIEND', 'COLLEAGUE'] as const

/** `relatedId` is the `kind` of `personId`: their spouse, their child. */
export const relationInput = z.object({ personId: z.uuid(), relatedId: z.uuid('people.error.choosePerson'), kind: z.enum(RELATION_KINDS, 'people.error.choose'), livesTogether: tick })
export const homeInput = z.object({ personId: z.uuid(), row: z.uuid(), together: z.enum(['yes', 'no']) })
export const endRelationInput = z.object({ personId: z.uuid(), row: z.uuid() })
export const relativeSearchInput = z.object({ personId: z.uuid(), q: z.string().trim().min(2, 'people.error.searchShort').max(120, 'people.error.searchLong') })
