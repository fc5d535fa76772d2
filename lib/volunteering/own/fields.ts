/**
 * The written list of what a volunteer sees (ADR 0050): by function of schema `access`, each column it answers with. Nothing else reaches their pages. tests/integration/volunteering/own-fields.test.ts compares
 * it with the functions themselves and with what a volunteer's session can read of any table: a column more is a line here first.
 */
export const ownFields = {
  my_facts: ['number', 'first_name', 'last_name', 'email', 'phone', 'roles', 'areas', 'times', 'languages', 'limits', 'capacity', 'monthly_limit', 'association', 'step', 'step_on', 'back_on', 'version'],
  my_papers: ['kind', 'name', 'needed', 'number', 'state', 'on_day', 'expires_on'],
  my_trainings: ['kind', 'title', 'on_day', 'minutes'],
  /** Of a citizen, and nothing more: what access.match_fields lets the volunteer know at this moment. */
  my_matches: ['id', 'number', 'role', 'started_on', 'first_name', 'phones', 'emails', 'languages'],
  /** Of a companion to one meeting, once both have said yes and for as long as the consent holds. */
  my_companion_meetings: ['match_id', 'starts_at', 'ends_at', 'what', 'place', 'postcode', 'meeting_point', 'agreed_role', 'meeting_language'],
  /** What the link tells: no name. */
  my_questions: ['id', 'role', 'about', 'areas', 'times', 'languages', 'asked_on'],
  my_meetings: ['id', 'match_id', 'on_day', 'met', 'minutes', 'may_take_back'],
  my_courses: ['id', 'kind', 'title', 'on_day', 'starts', 'minutes', 'place', 'signed', 'room', 'cancelled'],
  /** What one has sent, with what became of it. The receipt is not read back: that there is one. */
  my_expenses: ['number', 'kind', 'on_day', 'metres', 'amount', 'purpose', 'receipt', 'state', 'since', 'reason'],
  my_expense_rates: ['kind', 'valid_from', 'per_km', 'source'],
  my_contact: ['unit', 'phone', 'email', 'person', 'person_phone'],
} as const satisfies Record<string, readonly string[]>

/** What a calendar program reads by a volunteer's secret address, without a session: times, and of a course where it is. */
export const ownFeedFields = { own_feed: ['kind', 'id', 'starts_at', 'ends_at', 'place', 'sequence', 'cancelled', 'language'] } as const satisfies Record<string, readonly string[]>

/** Functions that only write, and answer with how it went. */
export const ownWrites = ['set_my_times', 'log_my_meeting', 'take_back_my_meeting', 'raise_my_concern', 'answer_my_question', 'take_my_seat', 'give_up_my_seat', 'send_my_expense'] as const
