import { type Day, toDay } from '@/lib/platform/day'
import type { OutreachFacts, Protection, Wish } from '../../due/facts'

/** A row of the view `outreach_fact`, days as 'YYYY-MM-DD' text. */
export type FactRow = {
  person_id: string
  registered_on: string
  moved_in_on: string | null
  moved_away_on: string | null
  died_on: string | null
  protection: Protection
  digital_post: OutreachFacts['digitalPost']
  vulnerable: boolean
  last_letter_sent_on: string | null
  returned_on: string | null
  wish_kind: Wish['kind'] | null
  wish_given_on: string | null
  wish_until_month: string | null
  wish_reconsidered_on: string | null
  has_address: boolean
  last_reply_on: string | null
  last_contact_on: string | null
  wants_talk: boolean
  /** A letter of another open run still waits to be sent to this person. */
  in_other_run: boolean
}

export function factsOf(row: FactRow): OutreachFacts {
  return {
    registeredOn: toDay(row.registered_on),
    movedInOn: dayOrNull(row.moved_in_on),
    movedAwayOn: dayOrNull(row.moved_away_on),
    diedOn: dayOrNull(row.died_on),
    lastLetterSentOn: dayOrNull(row.last_letter_sent_on),
    wish: wishOf(row),
    protection: row.protection,
    hasAddress: row.has_address,
    digitalPost: row.digital_post,
    vulnerable: row.vulnerable,
    lastReplyOn: dayOrNull(row.last_reply_on),
    lastContactOn: dayOrNull(row.last_contact_on),
    returnedOn: dayOrNull(row.returned_on),
    wantsTalk: row.wants_talk,
  }
}

function wishOf(row: FactRow): Wish | null {
  if (!row.wish_kind || !row.wish_given_on) return null
  const givenOn = toDay(row.wish_given_on)
  if (row.wish_kind === 'NEVER') return { kind: 'NEVER', givenOn, reconsideredOn: dayOrNull(row.wish_reconsidered_on) }
  if (row.wish_kind === 'NOT_THIS_YEAR') return { kind: 'NOT_THIS_YEAR', givenOn }
  return row.wish_until_month ? { kind: 'LATER', givenOn, untilMonth: toDay(row.wish_until_month) } : null
}

function dayOrNull(text: string | null): Day | null {
  return text === null ? null : toDay(text)
}
