import { z } from 'zod'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { recordVersion } from '@/lib/platform/record-version'
import { tidyDoor, tidyFloor } from '../register-import/address'
import { orNull, text } from '../record/schema'

export const PURPOSES = ['letter', 'visit', 'authority', 'correction'] as const

const parts = {
  careOf: text(120, 'people.error.nameLong'), street: text(160, 'people.error.nameLong').refine((value) => value !== '', 'people.error.street'),
  number: text(10, 'people.error.houseNumber').transform((value) => value.replace(/\s/g, '').toUpperCase()),
  floor: text(10, 'people.error.houseNumber').transform(tidyFloor), door: text(10, 'people.error.houseNumber').transform(tidyDoor),
  postcode: z.string().trim().regex(/^\d{4}$/, 'people.error.postcode'), town: text(80, 'people.error.nameLong').refine((value) => value !== '', 'people.error.town'),
}

/** A move: the new address, and from when. `row` with its version is the correction of one that stands. */
export const addressInput = z
  .object({ personId: z.uuid(), row: z.uuid().or(z.literal('')).default(''), version: recordVersion.default(0), ...parts, ...dayParts('fromDay') })
  .transform((input, context) => ({
    personId: input.personId, row: input.row, version: input.version,
    address: { careOf: orNull(input.careOf), street: input.street, number: input.number, floor: orNull(input.floor), door: orNull(input.door), postcode: input.postcode, town: input.town },
    fromDay: readDay(input, 'fromDay', context, input.row === '' ? { required: 'people.error.fromDay' } : {}),
  }))

export const revealAddressInput = z.object({ personId: z.uuid(), purpose: z.enum(PURPOSES, 'people.error.purpose') })
export const endAddressInput = z.object({ personId: z.uuid(), row: z.uuid(), version: recordVersion })
