import { type Day, addYears, parseDay, partsOf } from '@/lib/platform/day'
import type { CellParser, ParsedCell } from '../kind'
import { error } from './clean'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
const CLOCK = /[ T]\d{1,2}[.:]\d{2}(?:[.:]\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/
const FIRST_YEAR = 1900

/**
 * Danish order only, day before month: dd-mm-yyyy, d.m.yy, d/m yyyy, ddmmyyyy, '5. juni 1975', and ISO. The clock is dropped.
 * A two-digit year is the latest one that keeps the date at or before `today` + `yearsAhead`. For a date of birth `yearsAhead` is
 * negative: nobody on a register of veterans was born last year.
 * 31-12-9999 is how registers write 'no end'; it is read as empty.
 */
export function dateParser(options: { yearsAhead: number; future: boolean }): CellParser {
  return (text, { today }) => {
    const bare = text.replace(CLOCK, '').replace(/^(?:man|tirs|ons|tors|fre|lør|søn)(?:dag)?\.?,? (?:d(?:en|\.)? )?/i, '').trim()
    const parts = splitDate(bare)
    if (!parts) return serialNumber(bare) ?? error('date-not-understood', text)
    if (parts.year === 9999) return { value: null }
    const limit = addYears(today, options.yearsAhead)
    const day = parts.short ? shortYear(parts, limit) : parseDay(parts.year, parts.month, parts.day)
    if (!day) return error(parts.month > 12 && parts.day <= 12 ? 'date-month-first' : 'date-impossible', text)
    return inRange(day, text, options.future ? null : today)
  }
}

type Parts = { year: number; month: number; day: number; short: boolean }

function splitDate(text: string): Parts | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), short: false }
  const danish = /^(\d{1,2})\s?[-/.]\s?(\d{1,2})(?:\s?[-/.]\s?|\s)(\d{4}|\d{2})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text)
  if (danish) return { year: Number(danish[3]), month: Number(danish[2]), day: Number(danish[1]), short: danish[3]?.length === 2 }
  const worded = /^(\d{1,2})\.?[ -]?(\p{L}{3,9})\.?,?[ -](\d{4}|\d{2})$/u.exec(text)
  const month = MONTHS.indexOf(worded?.[2]?.toLowerCase().slice(0, 3) ?? '') + 1
  return worded && month > 0 ? { year: Number(worded[3]), month, day: Number(worded[1]), short: worded[3]?.length === 2 } : null
}

function shortYear(parts: Parts, limit: Day): Day | null {
  const century = Math.floor(partsOf(limit).year / 100) * 100
  const first = parseDay(century + parts.year, parts.month, parts.day)
  if (first && first <= limit) return first
  return parseDay(century - 100 + parts.year, parts.month, parts.day)
}

function inRange(day: Day, text: string, latest: Day | null): ParsedCell {
  if (partsOf(day).year < FIRST_YEAR) return error('date-too-early', text, { year: FIRST_YEAR })
  if (partsOf(day).year > 2100) return error('date-impossible', text)
  return latest !== null && day > latest ? error('date-in-future', text) : { value: day }
}

/** A date whose format was lost stands as the number of days since 1900. Probable, so a person is asked. */
function serialNumber(text: string): ParsedCell | null {
  if (!/^\d{5}$/.test(text)) return null
  const date = new Date(Date.UTC(1899, 11, 30 + Number(text)))
  const day = parseDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
  return day && partsOf(day).year <= 2100 ? { value: day, problem: { code: 'date-from-number', severity: 'doubt', params: { text, day } } } : null
}
