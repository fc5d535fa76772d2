import { dayOf, type Day } from './day'

/** The only readers of the clock. Rules get `today` handed in. */
export function now(): Date {
  return new Date()
}

export function today(): Day {
  return dayOf(now())
}
