import { cprShape } from './log/scrub'

/** 29 February is a day in some century, and which one the number belongs to is not asked here. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isBorn(digits: string): boolean {
  const day = Number(digits.slice(0, 2)) % 60
  return day >= 1 && day <= (DAYS[Number(digits.slice(2, 4)) - 1] ?? 0)
}

/** Where a text holds what reads as a CPR number or a replacement number with a day of birth that exists. An account number is none. */
export function findCprNumbers(text: string): Array<{ index: number; length: number }> {
  return [...text.matchAll(cprShape)].filter((match) => isBorn(match[0].replace(/%20|%2D|\D/gi, ''))).map((match) => ({ index: match.index, length: match[0].length }))
}

/**
 * For every text somebody writes about a person, and every reason that goes into the log: a number in it is somebody's, stays as long as the
 * text does, and is read by people who never asked for it. The one question all of them ask.
 */
export const withoutCpr = (text: string): boolean => findCprNumbers(text).length === 0
