import { cprShape } from '@/lib/platform/log/scrub'
import { readCpr } from './rules'

/** Where a free text holds what reads as a CPR number with an existing birth date; for asking "did you mean to write this here?". */
export function findCprNumbers(text: string): Array<{ index: number; length: number }> {
  return [...text.matchAll(cprShape)]
    .filter((match) => readCpr(match[0].replace(/%20|%2D|\+/gi, '')).kind !== 'invalid')
    .map((match) => ({ index: match.index, length: match[0].length }))
}
