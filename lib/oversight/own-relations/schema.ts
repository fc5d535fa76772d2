import { z } from 'zod'
import { dayParts } from '@/lib/platform/date-input'
import { subjectInput } from '../lookups/schema'
import { relationKinds } from './rules'

export const ownRelationInput = z
  .object({ kind: z.enum(relationKinds, 'oversight.close.error.kind'), cpr: z.string().default(''), name: z.string().default(''), ...dayParts('born') })
  .transform(({ kind, ...input }, context) => {
    const who = subjectInput.safeParse(input)
    if (!who.success) for (const issue of who.error.issues) context.addIssue({ code: 'custom', path: [...issue.path], message: issue.message })
    return who.success ? { kind, who: who.data } : z.NEVER
  })

export const endRelationInput = z.object({ relationId: z.uuid(), userId: z.uuid() })
