import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { recordVersion } from '@/lib/platform/record-version'
import { text } from '../record/schema'
import { LEVELS } from './rules'

const source = z.string().trim().normalize('NFC').min(2, 'people.error.protectionSource').max(200, 'people.error.noteLong')

export const groundInput = z
  .object({ personId: z.uuid(), level: z.enum(LEVELS, 'people.error.choose'), source, ...dayParts('toDay') })
  .transform(({ personId, level, source, ...input }, context) => ({ personId, level, source, toDay: readDay(input, 'toDay', context) }))

/** Stated anew: from where, and until when. The level is a ground of its own. */
export const restateInput = z
  .object({ personId: z.uuid(), row: z.uuid(), version: recordVersion, source, ...dayParts('toDay') })
  .transform(({ personId, row, version, source, ...input }, context) => ({ personId, row, version, source, toDay: readDay(input, 'toDay', context) }))

export const liftInput = z.object({ personId: z.uuid(), row: z.uuid(), reason: text(500, 'people.error.noteLong').pipe(z.string().min(10, 'people.error.liftReason').refine(withoutCpr, 'access.reason.error.number')) })
