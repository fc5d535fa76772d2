import { z } from 'zod'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { words } from '../volunteers/schema'
import { concernKinds } from './rules'

export const concernInput = z.object({ ownMatch: z.uuid(), kind: z.enum(concernKinds, 'ownPage.error.kind'), words: z.string().trim().min(1, 'ownPage.error.words').max(2000, 'volunteering.error.long').refine(withoutCpr, 'volunteering.error.cpr') })
export const settleInput = z.object({ concernId: z.uuid(), words: words(2000) })
