import { z } from 'zod'
import { recordVersion } from '@/lib/platform/record-version'
import type { CprReading } from './rules'

export const cprInput = z.object({ personId: z.uuid(), version: recordVersion, cpr: z.string().trim().max(20, 'people.error.cprLength').default('') })
export const revealInput = z.object({ personId: z.uuid() })

/** The sentence for a number that cannot be read. */
export function cprProblem(reading: Exclude<CprReading, { digits: string }>): { key: string; values: Record<string, string> } {
  if (reading.kind === 'doubtful') return { key: 'people.error.cprLostZero', values: { suggestion: reading.suggestion } }
  const keys = { empty: 'cprLength', characters: 'cprCharacters', length: 'cprLength', date: 'cprDate' } as const
  return { key: `people.error.${keys[reading.reason]}`, values: {} }
}
