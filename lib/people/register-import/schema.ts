import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { recordVersion } from '@/lib/platform/record-version'

const batch = z.uuid('imports.error.gone')
const version = recordVersion

export const uploadInput = z.object({})
export const sheetInput = z.object({ batch, sheet: z.string().min(1).max(200) })
/** `column.<field>` is the number of the column it is read from, or empty; the fields themselves are checked against the file. */
export const columnsInput = z.looseObject({ batch, complete: z.enum(['yes', 'no'], 'imports.error.complete') })
/** `value.<number>` in the order of the list: a code of the field, or 'EMPTY'. */
export const valuesInput = z.looseObject({ batch })
export const decideInput = z.object({ batch, row: z.coerce.number().int().min(1).max(1_000_000), decision: z.string().max(60), back: z.string().max(200).optional() })
export const decideKindInput = z.object({ batch, code: z.string().regex(/^[a-z-]{1,60}$/), wanted: z.enum(['apply', 'skip']), back: z.string().max(200).optional() })
export const confirmInput = z.object({ batch, version })
export const batchInput = z.object({ batch })
export const movedInput = z.object({ batch, person: z.uuid('imports.error.gone'), ...dayParts('day') })
  .transform((input, context) => ({ batch: input.batch, person: input.person, day: readDay(input, 'day', context, { required: 'imports.error.day' }) ?? z.NEVER }))

export const SHOWN = ['doubtful', 'skipped', 'error', 'changed', 'new', 'same', 'all'] as const
export type Shown = (typeof SHOWN)[number]
/** What of a batch is looked at, as it stands in the address. Anything else that stands there is read as nothing. */
export const batchView = z.object({
  step: z.enum(['columns', 'values', 'preview', 'missing', 'confirm', 'result']).optional().catch(undefined),
  show: z.enum(SHOWN).optional().catch(undefined),
  reason: z.string().regex(/^[a-z-]{1,60}$/).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type BatchView = z.output<typeof batchView>
