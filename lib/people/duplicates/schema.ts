import { z } from 'zod'
import { recordVersion } from '@/lib/platform/record-version'
import { MERGE_FIELDS, type MergeField, type MergeSide } from './merge'

export const pairInput = z.object({ pairId: z.uuid() })
export const undoInput = z.object({ mergeId: z.uuid() })
export const duplicateView = z.object({ person: z.uuid().optional().catch(undefined), page: z.coerce.number().int().min(1).max(400).catch(1) })

const side = z.enum(['left', 'right']).optional()
const choices = Object.fromEntries(MERGE_FIELDS.map((field) => [`choose.${field}`, side])) as Record<`choose.${MergeField}`, typeof side>

/** `leftVersion` and `rightVersion`: what the comparison on the screen was made of. */
export const mergeInput = z
  .object({ pairId: z.uuid(), leftVersion: recordVersion, rightVersion: recordVersion, ...choices })
  .transform(({ pairId, leftVersion, rightVersion, ...chosen }) => ({
    pairId, leftVersion, rightVersion,
    choices: Object.fromEntries(MERGE_FIELDS.flatMap((field) => (chosen[`choose.${field}`] ? [[field, chosen[`choose.${field}`]]] : []))) as Partial<Record<MergeField, MergeSide>>,
  }))
