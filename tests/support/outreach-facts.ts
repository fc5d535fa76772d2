import type { DeadlineRule } from '@/lib/deadlines/rules'
import type { OutreachFacts, OutreachRules } from '@/lib/outreach/due/facts'
import { toDay } from '@/lib/platform/day'
import { OUTREACH_RULES } from '@/prisma/reference/outreach-rules'

/** The demo municipality's rules, as the rules read them from the database. */
export const outreachRules: OutreachRules = {
  rules: OUTREACH_RULES.map((rule): DeadlineRule => ({ ...rule, id: rule.code, validFrom: toDay(rule.validFrom) })),
  closingDays: [],
  dueSoonDays: 60,
}

/** A veteran nothing is wrong with, registered on 1 March 2026 and not yet written to. */
export function veteranFacts(change: Partial<OutreachFacts> = {}): OutreachFacts {
  return {
    registeredOn: toDay('2026-03-01'),
    movedInOn: null,
    movedAwayOn: null,
    diedOn: null,
    lastLetterSentOn: null,
    wish: null,
    protection: 'P0',
    hasAddress: true,
    digitalPost: 'YES',
    vulnerable: false,
    lastReplyOn: null,
    lastContactOn: null,
    returnedOn: null,
    wantsTalk: false,
    ...change,
  }
}
