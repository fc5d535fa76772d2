import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { recordVersion } from '@/lib/platform/record-version'
import { text } from '../record/schema'

export const SERVICES = ['ARMY', 'NAVY', 'AIR_FORCE', 'POLICE', 'HEALTH', 'EMERGENCY', 'OTHER'] as const
const filled = (most: number, empty: string) => text(most, 'people.error.nameLong').refine((value) => value !== '', empty)
const rowRef = { personId: z.uuid(), row: z.uuid().or(z.literal('')).default(''), version: recordVersion.default(0) }

export const deploymentInput = z
  .object({ ...rowRef, mission: filled(120, 'people.error.mission'), country: filled(80, 'people.error.country'), service: z.enum(SERVICES, 'people.error.choose'), ...dayParts('fromDay'), ...dayParts('toDay') })
  .transform((input, context) => {
    const fromDay = readDay(input, 'fromDay', context)
    const toDay = readDay(input, 'toDay', context)
    if (fromDay && toDay && toDay < fromDay) context.addIssue({ code: 'custom', path: ['toDay'], message: 'people.error.endsBeforeStart' })
    return { personId: input.personId, row: input.row, version: input.version, data: { mission: input.mission, country: input.country, service: input.service }, fromDay, toDay }
  })

export const competenceInput = z.object({ personId: z.uuid(), military: filled(200, 'people.error.military'), civil: filled(200, 'people.error.civil') })
export const removeInput = z.object({ personId: z.uuid(), row: z.uuid() })
