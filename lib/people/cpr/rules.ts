import { type Day, parseDay } from '@/lib/platform/day'

/** 'replacement' = erstatningspersonnummer: day of birth + 60, given to people the CPR register does not know; always labelled as such. */
export type CprKind = 'cpr' | 'replacement'

export type CprReading =
  | { kind: CprKind; digits: string; birthDate: Day; modulus11: boolean }
  /** A spreadsheet that takes the number for a number drops its leading zero. Only a person may decide that this happened. */
  | { kind: 'doubtful'; reason: 'lost-zero'; suggestion: string }
  | { kind: 'invalid'; reason: 'empty' | 'characters' | 'length' | 'date' }

const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]
const GAP = /[\s\u00a0\u2010-\u2015\u2212-]/g

/**
 * Reads a CPR number as people write it: ten digits, with or without hyphen or spaces.
 * Modulus 11 is reported, never required: numbers without it have been issued since 2007 (CPR Office). The sex the last digit once told is
 * deliberately not read.
 */
export function readCpr(text: string): CprReading {
  const digits = text.replace(GAP, '')
  if (digits === '') return { kind: 'invalid', reason: 'empty' }
  if (!/^\d+$/.test(digits)) return { kind: 'invalid', reason: 'characters' }
  if (lostZero(text, digits)) return { kind: 'doubtful', reason: 'lost-zero', suggestion: formatCpr(`0${digits}`) }
  if (digits.length !== 10) return { kind: 'invalid', reason: 'length' }
  const birthDate = birthDateOf(digits)
  if (!birthDate) return { kind: 'invalid', reason: 'date' }
  return { kind: cprKind(digits), digits, birthDate, modulus11: followsModulus11(digits) }
}

/** `digits`: ten digits, as readCpr gives them and as they are stored. */
export function cprKind(digits: string): CprKind {
  return Number(digits.slice(0, 2)) > 60 ? 'replacement' : 'cpr'
}

/** '010180-1234' */
export function formatCpr(digits: string): string {
  return `${digits.slice(0, 6)}-${digits.slice(6)}`
}

/** '010180-••••': the only form shown until somebody asks for the whole number. */
export function maskCpr(digits: string): string {
  return `${digits.slice(0, 6)}-••••`
}

/** Nine digits in one piece or 5 + 4. Six digits, a hyphen and three more lack a digit at the end, and nobody can say which. */
function lostZero(text: string, digits: string): boolean {
  return /^\D*\d{5}\D*\d{4}\D*$/.test(text) && birthDateOf(`0${digits}`) !== null
}

function birthDateOf(digits: string): Day | null {
  const written = Number(digits.slice(0, 2))
  const day = written > 60 ? written - 60 : written
  const year = Number(digits.slice(4, 6))
  return parseDay(centuryOf(Number(digits[6]), year) + year, Number(digits.slice(2, 4)), day)
}

/** The seventh digit and the year tell the century (CPR Office, "Opbygning af CPR-nummeret"). */
function centuryOf(seventh: number, year: number): number {
  if (seventh <= 3) return 1900
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 : 1900
  return year <= 57 ? 2000 : 1800
}

function followsModulus11(digits: string): boolean {
  return WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11 === 0
}
