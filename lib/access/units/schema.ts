import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { recordVersion } from '@/lib/platform/record-version'
import { UNIT_KINDS } from './rules'

const line = (key: string, most: number) => z.string().trim().normalize('NFC').min(2, key).max(most, key)
const optional = (most: number) => z.string().trim().normalize('NFC').max(most, 'admin.units.error.long').default('').transform((text) => text || null)

const fields = {
  nameDa: line('admin.units.error.name', 80), nameEn: line('admin.units.error.name', 80), kind: z.enum(UNIT_KINDS, 'admin.units.error.kind'), place: optional(160), caseLimit: z.union([z.literal(''), z.coerce.number('admin.units.error.caseLimit').int('admin.units.error.caseLimit').min(1, 'admin.units.error.caseLimit').max(200, 'admin.units.error.caseLimit')]).default('').transform((value) => value || null), ...dayParts('openedOn'),
  silentDays: z.coerce.number('admin.units.error.silentDays').int('admin.units.error.silentDays').min(8, 'admin.units.error.silentDays').max(365, 'admin.units.error.silentDays'),
  phone: z.union([z.literal(''), z.string().trim().regex(/^\+?[0-9 ]{8,16}$/, 'admin.error.phone')]).default('').transform((text) => text || null),
  email: z.union([z.literal(''), z.email('admin.error.email').max(120)]).default('').transform((text) => text || null),
}

export const newUnitInput = z.object(fields).transform((input, context) => ({ ...plain(input), openedOn: readDay(input, 'openedOn', context) }))
export const unitFactsInput = z
  .object({ unitId: z.uuid(), version: recordVersion, ...fields })
  .transform((input, context) => ({ unitId: input.unitId, version: input.version, ...plain(input), openedOn: readDay(input, 'openedOn', context) }))
export const closeUnitInput = z.object({ unitId: z.uuid(), version: recordVersion, told: z.literal('yes').optional() })
export const moveStaffInput = z.object({ unitId: z.uuid(), toId: z.uuid('admin.units.error.to') }).refine(({ unitId, toId }) => unitId !== toId, { path: ['toId'], message: 'admin.units.error.to' })

type Plain = { nameDa: string; nameEn: string; kind: (typeof UNIT_KINDS)[number]; place: string | null; caseLimit: number | null; silentDays: number; phone: string | null; email: string | null }
const plain = ({ nameDa, nameEn, kind, place, caseLimit, silentDays, phone, email }: Plain): Plain => ({ nameDa, nameEn, kind, place, caseLimit, silentDays, phone, email })
