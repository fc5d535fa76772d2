import { z } from 'zod'
import { today } from '@/lib/platform/clock'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { recordVersion } from '@/lib/platform/record-version'

export const LANGUAGES = ['da', 'en', 'de', 'ar', 'fa', 'uk', 'so', 'ti', 'tr', 'pl', 'bs'] as const
const DIGITAL_POST = ['YES', 'EXEMPT', 'UNKNOWN'] as const

export const personRef = { personId: z.uuid(), version: recordVersion }
export const tick = z.literal('on').optional().transform((value) => value === 'on')
export const text = (most: number, tooLong: string) => z.string().trim().normalize('NFC').max(most, tooLong).default('')
export const orNull = (value: string) => (value === '' ? null : value)
/** A named file would do as well: everything before today is fine, the coming days are not. */
export const notAfterToday = { before: today, future: 'people.error.dayInFuture' }

export const names = { firstName: text(80, 'people.error.nameLong'), lastName: text(80, 'people.error.nameLong') }

export const personInput = z
  .object({
    ...personRef, ...names, ...dayParts('birthDate'), ...dayParts('registeredOn'), ...dayParts('movedInOn'),
    language: z.enum(LANGUAGES, 'people.error.choose'), interpreterNeeded: tick, largePrint: tick, signLanguage: tick,
    communicationNote: text(1000, 'people.error.noteLong'), digitalPost: z.enum(DIGITAL_POST, 'people.error.choose'),
  })
  .transform((input, context) => {
    requireName(input, context)
    const birthDate = readDay(input, 'birthDate', context, notAfterToday)
    const registeredOn = readDay(input, 'registeredOn', context, { required: 'people.error.registeredOn', ...notAfterToday })
    const movedInOn = readDay(input, 'movedInOn', context, notAfterToday)
    if (birthDate && movedInOn && movedInOn < birthDate) context.addIssue({ code: 'custom', path: ['movedInOn'], message: 'people.error.beforeBirth' })
    if (!registeredOn) return z.NEVER
    return { ...pick(input, ['personId', 'version', 'firstName', 'lastName', 'language', 'interpreterNeeded', 'largePrint', 'signLanguage', 'digitalPost']), communicationNote: orNull(input.communicationNote), birthDate, registeredOn, movedInOn }
  })

/** Dead and moved: the outreach that follows from them is derived, so the days are all there is to say. */
export const statusInput = z
  .object({ ...personRef, ...dayParts('diedOn'), ...dayParts('movedAwayOn'), ...dayParts('movedInOn') })
  .transform((input, context) => ({
    personId: input.personId, version: input.version,
    diedOn: readDay(input, 'diedOn', context, notAfterToday),
    // A move can be registered before it happens.
    movedAwayOn: readDay(input, 'movedAwayOn', context),
    movedInOn: readDay(input, 'movedInOn', context),
  }))

export const profileInput = z.object({ ...personRef, vulnerable: tick, resources: text(2000, 'people.error.noteLong'), wishes: text(2000, 'people.error.noteLong') })
  .transform(({ resources, wishes, ...rest }) => ({ ...rest, resources: orNull(resources), wishes: orNull(wishes) }))

export function requireName(input: { firstName: string; lastName: string }, context: z.RefinementCtx) {
  // Some people have one name; nobody has none.
  if (!input.firstName && !input.lastName) context.addIssue({ code: 'custom', path: ['firstName'], message: 'people.error.name' })
}

export function pick<T extends object, K extends keyof T>(from: T, keys: K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>
}
