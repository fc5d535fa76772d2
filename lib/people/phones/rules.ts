import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max'

export type PhoneReading =
  /** `e164` ('+4520123456') is the stored form and the one compared. `canText` is true where an SMS may arrive. */
  | { kind: 'phone'; e164: string; canText: boolean }
  | { kind: 'invalid'; reason: 'empty' | 'not-a-number' | 'no-such-number' }

type NumberType = ReturnType<PhoneNumber['getType']>
/** Types an SMS may reach. The Danish plan does not part mobiles from land lines, so most Danish numbers may be texted. */
const TEXTABLE: ReadonlySet<NumberType> = new Set<NumberType>(['MOBILE', 'FIXED_LINE_OR_MOBILE', 'PERSONAL_NUMBER', 'VOIP'])

/** Reads a number as people write it; without a country code it is Danish. */
export function readPhone(text: string): PhoneReading {
  const trimmed = text.trim()
  if (trimmed === '') return { kind: 'invalid', reason: 'empty' }
  const number = parsePhoneNumberFromString(trimmed, { defaultCountry: 'DK', extract: false })
  if (!number) return { kind: 'invalid', reason: 'not-a-number' }
  if (!number.isValid()) return { kind: 'invalid', reason: 'no-such-number' }
  return { kind: 'phone', e164: number.number, canText: TEXTABLE.has(number.getType()) }
}

/** Danish numbers in pairs ('20 12 34 56'), others with their country code ('+49 30 123456'). Unreadable text is given back as it is. */
export function formatPhone(e164: string): string {
  const number = parsePhoneNumberFromString(e164)
  if (!number) return e164
  return number.country === 'DK' ? number.formatNational() : number.formatInternational()
}
