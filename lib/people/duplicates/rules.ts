import type { Day } from '@/lib/platform/day'
import { foldName } from '../names/fold'
import { nameSimilarity, type PersonName, sameNameHint } from '../names/rules'

/** What two records are compared by. Everything but the name may be missing; phones are E.164, `addressKey` comes from addressKey(). */
export type IdentityFacts = PersonName & {
  /** Keyed hash of the CPR number, as hex. Replacement numbers are given per authority: two different ones may be one person. */
  cprHash: string | null
  cprIsReplacement: boolean
  birthDate: Day | null
  phones: readonly string[]
  emails: readonly string[]
  addressKey: string | null
}

export type DuplicateLevel = 'certain' | 'likely' | 'possible'

export type DuplicateReason =
  | 'same-cpr'
  | 'same-birth-date'
  | 'birth-date-typo'
  | 'same-name'
  | 'close-name'
  | 'same-phone'
  | 'same-email'
  | 'same-address'
  | 'different-cpr'
  | 'different-birth-date'

export type DuplicateScore = { level: DuplicateLevel; score: number; reasons: DuplicateReason[] }

/**
 * Points for and against. A family shares address, phone and surname, and a father and son even the whole name: these alone must stay under
 * POSSIBLE or be held down by the birth date. Two different ordinary CPR numbers are two people, whatever else they share.
 */
const POINTS: Record<DuplicateReason, number> = {
  'same-cpr': 100,
  'same-birth-date': 35,
  'birth-date-typo': 15,
  'same-name': 35,
  'close-name': 20,
  'same-phone': 20,
  'same-email': 20,
  'same-address': 15,
  'different-cpr': -100,
  'different-birth-date': -40,
}
const CERTAIN = 100
const LIKELY = 65
const POSSIBLE = 40

/** How likely two records are one person: null when they need not be shown to anybody. Symmetric. `certain` is still merged by a person. */
export function scorePair(left: IdentityFacts, right: IdentityFacts): DuplicateScore | null {
  const reasons = reasonsFor(left, right)
  const score = reasons.reduce((sum, reason) => sum + POINTS[reason], 0)
  const level = levelOf(score, reasons)
  return level && { level, score, reasons }
}

/** The word for a score; certain only with the same CPR number, null under what is worth showing. */
export function levelOf(score: number, reasons: readonly DuplicateReason[]): DuplicateLevel | null {
  if (score >= CERTAIN && reasons.includes('same-cpr')) return 'certain'
  if (score >= LIKELY) return 'likely'
  return score >= POSSIBLE ? 'possible' : null
}

export type AddressParts = { street: string; number: string; floor?: string | null; door?: string | null; postcode: string }

/** Street, number, floor, door and postcode as one folded key: 'Nørregade 12, 2. tv' is 'nørregade 12 2 TV.'. Null without a street. */
export function addressKey(address: AddressParts | null): string | null {
  if (!address || !address.street.trim()) return null
  const parts = [address.street, address.number, address.floor ?? '', address.door ?? '', address.postcode]
  return parts.map((part) => foldName(part).replaceAll(' ', '')).join('|')
}

function reasonsFor(left: IdentityFacts, right: IdentityFacts): DuplicateReason[] {
  const found: Array<DuplicateReason | null> = [
    cprReason(left, right),
    nameReason(left, right),
    birthReason(left.birthDate, right.birthDate),
    left.phones.some((phone) => right.phones.includes(phone)) ? 'same-phone' : null,
    shareEmail(left.emails, right.emails) ? 'same-email' : null,
    left.addressKey !== null && left.addressKey === right.addressKey ? 'same-address' : null,
  ]
  return found.filter((reason) => reason !== null)
}

function cprReason(left: IdentityFacts, right: IdentityFacts): DuplicateReason | null {
  if (!left.cprHash || !right.cprHash) return null
  if (left.cprHash === right.cprHash) return 'same-cpr'
  return left.cprIsReplacement || right.cprIsReplacement ? null : 'different-cpr'
}

function nameReason(left: IdentityFacts, right: IdentityFacts): DuplicateReason | null {
  const hint = sameNameHint(left, right)
  if (hint === 'same') return 'same-name'
  // A family shares the surname, and a long one outweighs the given name: Bo and Ib Christophersen Holmgaard are not alike.
  const givenAlike = nameSimilarity(left.given, right.given) >= 0.3 || sharesWord(left.given, right.given)
  return hint === 'close' && givenAlike ? 'close-name' : null
}

function birthReason(left: Day | null, right: Day | null): DuplicateReason | null {
  if (!left || !right) return null
  if (left === right) return 'same-birth-date'
  return isTypingSlip(left, right) ? 'birth-date-typo' : 'different-birth-date'
}

/** One digit wrong, or day and month exchanged. */
function isTypingSlip(left: Day, right: Day): boolean {
  const wrong = [...left].filter((char, i) => char !== right[i]).length
  const exchanged = `${left.slice(0, 4)}-${left.slice(8)}-${left.slice(5, 7)}`
  return wrong === 1 || exchanged === right
}

function shareEmail(left: readonly string[], right: readonly string[]): boolean {
  const known = new Set(left.map((email) => email.trim().toLowerCase()))
  return right.some((email) => known.has(email.trim().toLowerCase()))
}

function sharesWord(left: string, right: string): boolean {
  const words = new Set(foldName(left).split(' '))
  return foldName(right).split(' ').some((word) => word !== '' && words.has(word))
}
