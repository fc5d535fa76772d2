import { addMonths, compareDay, type Day } from '@/lib/platform/day'

/** Hours a link to set a password works. */
export const LINK_HOURS = 72
/** Days without signing in after which somebody asks whether the user is still needed. */
export const QUIET_DAYS = 90
/** Months between two reviews of the same user's rights (half-yearly: the Data Protection Agency's criticism of eight municipalities, 2012). */
export const REVIEW_MONTHS = 6

const obvious = ['password', 'adgangskode', 'kodeord', 'qwerty', 'indgang', 'kommune', 'sommer', 'vinter', '12345', 'abcdef']

/**
 * What is wrong with a new password, as a message key, or null. Length instead of kinds of characters (NIST SP 800-63B); never what everybody
 * tries first: the user's own name or address, the place, one sign again and again.
 */
export function passwordProblem(password: string, who: { name: string; email: string }): string | null {
  if (password.length < 12) return 'accounts.error.short'
  if (password.length > 500) return 'accounts.error.long'
  const plain = password.toLowerCase()
  const own = [...who.name.toLowerCase().split(/\s+/), ...who.email.toLowerCase().split(/[@.]/)].filter((word) => word.length >= 4)
  const rest = [...own, ...obvious].reduce((left, word) => left.replaceAll(word, ''), plain)
  if (rest.length < 8 || new Set(plain).size < 5) return 'accounts.error.guessable'
  return null
}

/** The day by which somebody must have said that the rights are still needed: half a year after the last time, or after the first right. */
export function reviewDue(last: Day | null, since: Day): Day {
  return addMonths(last ?? since, REVIEW_MONTHS)
}

export function isDue(last: Day | null, since: Day, today: Day): boolean {
  return compareDay(reviewDue(last, since), today) <= 0
}
