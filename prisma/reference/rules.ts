import { OUTREACH_RULES } from './outreach-rules'

/** The deadlines an installation begins with, as rows of `deadline_rule`. */
export const outreachRules = OUTREACH_RULES.map(({ validFrom, validTo, ...rule }) => ({ ...rule, validFrom: toDate(validFrom), validTo: validTo ? toDate(validTo) : null }))

function toDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}
