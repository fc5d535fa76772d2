import { type Day, toDay } from '@/lib/platform/day'
import type { OutreachFacts, Protection, Wish } from './facts'

/** A row of outreach_fact as JSON gives it (`to_jsonb(f)`): days as text. */
export type FactsRow = {
  person_id: string
  first_name: string
  last_name: string
  birth_date: string | null
  language: string
  registered_on: string
  moved_in_on: string | null
  moved_away_on: string | null
  died_on: string | null
  protection: Protection
  digital_post: 'YES' | 'EXEMPT' | 'UNKNOWN'
  vulnerable: boolean
  last_letter_sent_on: string | null
  returned_on: string | null
  uncertain_letters: number
  wish_kind: Wish['kind'] | null
  wish_given_on: string | null
  wish_until_month: string | null
  wish_reconsidered_on: string | null
  has_address: boolean
  postcode: string | null
  town: string | null
  last_reply_on: string | null
  wants_talk: boolean
  wants_call: boolean
  says_moved: boolean
  waiting_since: string | null
  last_contact_on: string | null
  last_attempt_on: string | null
  silence_attempts: number | null
  silence_phone_on: string | null
  silence_other_on: string | null
  silence_visit_on: string | null
  open_tasks: number
  next_task_due_on: string | null
  postponed_to: string | null
}

/** The facts the pure rules reason about. */
export function factsOf(row: FactsRow): OutreachFacts {
  return {
    registeredOn: toDay(row.registered_on),
    movedInOn: day(row.moved_in_on),
    movedAwayOn: day(row.moved_away_on),
    diedOn: day(row.died_on),
    lastLetterSentOn: day(row.last_letter_sent_on),
    wish: wishOf(row),
    protection: row.protection,
    hasAddress: row.has_address,
    digitalPost: row.digital_post,
    vulnerable: row.vulnerable,
    lastReplyOn: day(row.last_reply_on),
    lastContactOn: day(row.last_contact_on),
    returnedOn: day(row.returned_on),
    wantsTalk: row.wants_talk || row.wants_call,
  }
}

function wishOf(row: FactsRow): Wish | null {
  const givenOn = day(row.wish_given_on)
  if (!row.wish_kind || !givenOn) return null
  if (row.wish_kind === 'NEVER') return { kind: 'NEVER', givenOn, reconsideredOn: day(row.wish_reconsidered_on) }
  if (row.wish_kind === 'NOT_THIS_YEAR') return { kind: 'NOT_THIS_YEAR', givenOn }
  // A month asked for and not written down is the month the wish was given in: nothing is held back for ever by a missing value.
  return { kind: 'LATER', givenOn, untilMonth: day(row.wish_until_month) ?? givenOn }
}

function day(text: string | null): Day | null {
  return text === null ? null : toDay(text)
}
