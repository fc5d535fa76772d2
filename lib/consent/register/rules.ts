import { addDays, addMonths, type Day } from '@/lib/platform/day'

/** What may be told beside the name: few and named, so that people can be asked about them. A protected address is in none. `case`: to work on the person's case, and so to read all of it. */
export const fieldSets = ['contact', 'address', 'needs', 'service', 'case'] as const
export type FieldSet = (typeof fieldSets)[number]
export const purposes = ['coordination', 'referral', 'meeting', 'work'] as const
export type Purpose = (typeof purposes)[number]
export const ways = ['spoken', 'written', 'digital'] as const
export type Way = (typeof ways)[number]

/** Months a consent holds when nothing else is said, and the longest it can: after that people are asked again. */
export const USUAL_MONTHS = 12
const LONGEST_MONTHS = 24

export type ConsentState = 'live' | 'coming' | 'expired' | 'withdrawn'

/** Holds through its last day; from the moment it is withdrawn it holds no more. */
export function stateOf(consent: { givenOn: Day; expiresOn: Day; withdrawnOn: Day | null }, today: Day): ConsentState {
  if (consent.withdrawnOn) return 'withdrawn'
  if (consent.expiresOn < today) return 'expired'
  return consent.givenOn > today ? 'coming' : 'live'
}

export const usualEnd = (givenOn: Day): Day => addDays(addMonths(givenOn, USUAL_MONTHS), -1)
export const longestEnd = (givenOn: Day): Day => addMonths(givenOn, LONGEST_MONTHS)

/** A recipient as the form sends it: 'unit:<id>', 'partner:<id>' or 'other', which needs a name. */
export function readRecipient(value: string, name: string): { unitId: string } | { partnerId: string } | { name: string } | null {
  const [kind, id = ''] = value.split(':')
  if (kind === 'unit' && id) return { unitId: id }
  if (kind === 'partner' && id) return { partnerId: id }
  return kind === 'other' && name ? { name } : null
}
