import { type Day, parseDay, partsOf } from '@/lib/platform/day'
import { readCpr } from '../cpr/rules'
import { readPhone } from '../phones/rules'

/** What was typed in the one box, read as everything it can be: eight digits are a phone number and may be a date of birth too. */
export type Criteria = { words: string[]; born: Day | null; phone: string | null; cpr: string | null }
export type CriterionKind = 'cpr' | 'phone' | 'birth-date' | 'words'

const DATE = /(?<![\d])(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[-./](\d{1,2})[-./](\d{4}|\d{2}))(?![\d-])/
const MAX_WORDS = 6

/** Null when there is nothing to search for. `cpr`: ten digits. `phone`: E.164. A number whose leading zero was lost is searched with it. */
export function readQuery(text: string, today: Day): Criteria | null {
  const typed = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  const cpr = cprOf(typed)
  if (cpr) return { words: [], born: null, phone: null, cpr }
  const phone = phoneOf(typed)
  const compact = compactDate(typed, today)
  if (phone || compact) return { words: [], born: compact, phone, cpr: null }
  const match = DATE.exec(typed)
  const born = match && dateOf(match, today)
  const rest = born && match ? typed.replace(match[0], ' ') : typed
  const words = rest.split(/[\s,;]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).slice(0, MAX_WORDS)
  return words.length > 0 || born ? { words, born, phone: null, cpr: null } : null
}

/** Which kinds of thing were searched for: what the audit trail may know. Never the words. */
export function kindsOf(criteria: Criteria): CriterionKind[] {
  const kinds: [CriterionKind, boolean][] = [
    ['cpr', criteria.cpr !== null],
    ['phone', criteria.phone !== null],
    ['birth-date', criteria.born !== null],
    ['words', criteria.words.length > 0],
  ]
  return kinds.filter(([, used]) => used).map(([kind]) => kind)
}

/** What a search that found nobody already says about the person to create: the last word is the family name. */
export function prefill(criteria: Criteria): { firstName: string; lastName: string; birthDate: Day | null; phone: string; cpr: string } {
  const names = criteria.words.filter((word) => !/\d/.test(word))
  return {
    firstName: names.length > 1 ? names.slice(0, -1).join(' ') : (names[0] ?? ''),
    lastName: names.length > 1 ? (names.at(-1) ?? '') : '',
    birthDate: criteria.born,
    phone: criteria.phone ?? '',
    cpr: criteria.cpr ?? '',
  }
}

function cprOf(typed: string): string | null {
  const reading = readCpr(typed)
  if (reading.kind === 'cpr' || reading.kind === 'replacement') return reading.digits
  return reading.kind === 'doubtful' ? reading.suggestion.replace('-', '') : null
}

function phoneOf(typed: string): string | null {
  if (!/^[+(\d][\d\s()+-]{6,}$/.test(typed) || DATE.test(typed)) return null
  const reading = readPhone(typed)
  return reading.kind === 'phone' ? reading.e164 : null
}

/** 010180 and 01011980. */
function compactDate(typed: string, today: Day): Day | null {
  const parts = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(typed)
  return parts && danishDate(parts[1], parts[2], parts[3] ?? '', today)
}

function dateOf(match: RegExpExecArray, today: Day): Day | null {
  if (match[1]) return born(Number(match[1]), Number(match[2]), Number(match[3]), today)
  return danishDate(match[4], match[5], match[6] ?? '', today)
}

function danishDate(day = '', month = '', year: string, today: Day): Day | null {
  if (year.length === 4) return born(Number(year), Number(month), Number(day), today)
  const century = Math.floor(partsOf(today).year / 100) * 100
  return born(century + Number(year), Number(month), Number(day), today) ?? born(century - 100 + Number(year), Number(month), Number(day), today)
}

function born(year: number, month: number, day: number, today: Day): Day | null {
  const found = parseDay(year, month, day)
  return found && found <= today && year >= 1900 ? found : null
}
