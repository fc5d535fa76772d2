import { z } from 'zod'
import { recordVersion } from '@/lib/platform/record-version'
import { tick } from '../record/schema'
import { readPhone } from '../phones/rules'

/** `value` comes out as it is stored: E.164 for a number, lower case for an e-mail address. */
export const contactInput = z
  .object({ personId: z.uuid(), row: z.uuid().or(z.literal('')).default(''), version: recordVersion.default(0), kind: z.enum(['PHONE', 'EMAIL'], 'people.error.choose'), value: z.string().trim(), allowed: tick })
  .transform((input, context) => {
    const value = input.kind === 'PHONE' ? phone(input.value) : email(input.value)
    if (value === null) context.addIssue({ code: 'custom', path: ['value'], message: input.kind === 'PHONE' ? 'people.error.phone' : 'people.error.email' })
    return { ...input, value: value ?? '' }
  })

export const contactRef = z.object({ personId: z.uuid(), row: z.uuid(), version: recordVersion })

export function phone(typed: string): string | null {
  const reading = readPhone(typed)
  return reading.kind === 'phone' ? reading.e164 : null
}

function email(typed: string): string | null {
  const parsed = z.email().safeParse(typed.toLowerCase())
  return parsed.success ? parsed.data : null
}
