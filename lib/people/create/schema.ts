import { z } from 'zod'
import { today } from '@/lib/platform/clock'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { LANGUAGES, names, notAfterToday, pick, requireName, text } from '../record/schema'

export const createInput = z
  .object({
    s: z.uuid(), ...names, ...dayParts('birthDate'), ...dayParts('registeredOn'), cpr: text(20, 'people.error.cprLength'),
    phone: text(30, 'people.error.phone'), roles: z.union([z.string(), z.array(z.string())]).optional().transform((value) => (value === undefined ? [] : [value].flat().flatMap((one) => one.split(',')))),
    language: z.enum(LANGUAGES).default('da'), relativeOf: z.uuid().optional().or(z.literal('').transform(() => undefined)), relation: z.string().default(''),
    anyway: z.literal('yes').optional(),
  })
  .transform((input, context) => {
    requireName(input, context)
    const roles = (['VETERAN', 'RELATIVE'] as const).filter((kind) => input.roles.includes(kind))
    if (roles.length === 0) context.addIssue({ code: 'custom', path: ['roles'], message: 'people.error.roles' })
    const birthDate = readDay(input, 'birthDate', context, notAfterToday)
    const registeredOn = readDay(input, 'registeredOn', context, { required: 'people.error.registeredOn', ...notAfterToday })
    return { ...pick(input, ['s', 'firstName', 'lastName', 'cpr', 'phone', 'language', 'relativeOf', 'relation', 'anyway']), roles, birthDate, registeredOn: registeredOn ?? today() }
  })

/** What stands in the address of the page: ids only. */
export const newPersonView = z.object({ s: z.uuid().optional().catch(undefined), relativeOf: z.uuid().optional().catch(undefined), check: z.literal('1').optional().catch(undefined) })
