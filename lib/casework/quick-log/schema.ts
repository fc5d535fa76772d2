import { z } from 'zod'
import { TOGETHER_MOST } from '../contacts/rules'


/** Of the address: the kept search, who was chosen, the draft to go on with, and where one came from. Anything else is read as nothing. */
export const quickLogView = z.object({
  s: z.uuid().optional().catch(undefined),
  person: z.preprocess((value) => [value ?? []].flat(), z.array(z.uuid()).max(TOGETHER_MOST)).catch([]).transform((ids) => [...new Set(ids)]),
  more: z.literal('1').optional().catch(undefined),
  draft: z.uuid().optional().catch(undefined),
  back: z.string().max(300).optional().catch(undefined),
})
export type QuickLogView = z.output<typeof quickLogView>
