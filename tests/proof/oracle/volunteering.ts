import { target } from '@/tests/probes/people'
import { all, both, either, inReach, lastingly, open, type Rule, type Rules } from './rules'

const setUp: Rules = { insert: all('volunteer.setup'), update: all('volunteer.setup') }
const notMerged: Rule = (_, row) => target(row).past !== 'merged'

/** What each table opens, to whom: volunteers, what they do for whom, and associations. */
export const tablesOfVolunteering: Record<string, Rules> = {
  // Of those who lead volunteers. Steps, papers and courses are added in one's own name; the public form adds through a function.
  volunteer: { select: all('volunteer.read'), insert: all('volunteer.manage'), update: all('volunteer.manage') },
  volunteer_language: { select: all('volunteer.read'), insert: all('volunteer.manage'), delete: all('volunteer.manage') },
  // Written by the job.
  volunteer_reminder: { select: all('volunteer.read') },
  volunteer_login: {},
  volunteer_login_request: {},
  ...Object.fromEntries(['volunteer_step', 'volunteer_paper', 'volunteer_training', 'volunteer_showing', 'volunteer_thanks'].map((table) => [table, { select: all('volunteer.read'), insert: all('volunteer.manage') }])),
  ...Object.fromEntries(['volunteer_course', 'volunteer_seat'].map((table) => [table, { select: all('volunteer.read'), insert: all('volunteer.manage'), update: all('volunteer.manage') }])),
  expense_rate: { select: either(all('expense.read'), all('volunteer.setup')), insert: all('rule.manage') },
  volunteer_expense: { select: all('expense.read'), insert: all('expense.record') },
  expense_receipt: { select: all('expense.read') },
  // Sent and paid by who writes expenses: the planted one is sent. Decided by who approves them (tests/proof/calls-of-limits.ts).
  volunteer_expense_step: { select: all('expense.read'), insert: all('expense.record') },
  ...Object.fromEntries(['association', 'association_contact', 'partnership_contact', 'dialogue_meeting', 'dialogue_point'].map((name) => [name, { select: all('association.read'), insert: all('association.manage'), update: all('association.manage') }])),
  workplace: { select: all('volunteer.read'), insert: all('volunteer.manage'), update: all('volunteer.manage') },
  ground_rules: { select: all('volunteer.read'), insert: all('volunteer.manage') },
  // The paper of a file one brought oneself.
  ...Object.fromEntries(['partnership', 'partnership_file', 'association_note'].map((name) => [name, { select: all('association.read'), insert: all('association.manage') }])),
  association_signup: { select: all('association.read') },
  association_representative: { select: all('association.read'), update: all('association.manage') },
  // That somebody is both is said by a function, and taken back by whoever has the citizen in hand.
  volunteer_tie: { select: inReach('volunteer.tie'), delete: lastingly('volunteer.tie') },
  volunteer_role: open({ ...setUp, select: either(all('volunteer.read'), all('volunteer.request'), all('volunteer.figures'), all('volunteer.setup')) }),
  local_area: open({ ...setUp, select: either(all('volunteer.read'), all('volunteer.request'), all('volunteer.figures'), all('volunteer.setup')) }),
  volunteer_paper_kind: { ...setUp, select: either(all('volunteer.read'), all('volunteer.setup')) },
  volunteer_group_kind: { ...setUp, select: either(all('volunteer.read'), all('volunteer.request'), all('volunteer.setup')) },
  volunteer_group: { select: either(all('volunteer.read'), all('volunteer.request')), insert: all('volunteer.manage'), update: all('volunteer.manage') },
  volunteer_group_helper: { select: all('volunteer.read'), insert: all('volunteer.manage'), update: all('volunteer.manage') },
  volunteer_group_meeting: { select: all('volunteer.read'), insert: all('volunteer.manage') },
  // Held ones are tried (tests/proof/rows.ts); one that is given up nobody changes (tests/proof/calls-of-signed.ts).
  volunteer_group_citizen: { select: inReach('volunteer.request'), insert: both(lastingly('volunteer.request'), notMerged), update: lastingly('volunteer.request') },
  // That somebody waits follows the person; added, and not in an emergency.
  ...Object.fromEntries(['volunteer_request', 'companion_meeting'].map((table) => [table, { select: inReach('volunteer.request'), insert: both(lastingly('volunteer.request'), notMerged) }])),
  // What became of it is read by whoever has the person; written by functions alone.
  volunteer_pair_step: { select: inReach('volunteer.request') },
  volunteer_answer: { select: inReach('volunteer.request') },
  volunteer_match: { select: inReach('volunteer.request') },
  volunteer_match_end: { select: inReach('volunteer.request') },
  volunteer_match_meeting: { select: inReach('volunteer.request') },
  volunteer_match_concern: { select: inReach('volunteer.request') },
  // The links are nobody's; what was asked and answered about a match is read by functions alone.
  volunteer_question: {},
  volunteer_check_in: {},
  volunteer_follow_up: {},
  ...Object.fromEntries(['volunteer_request_state', 'companion_step'].map((table) => [table, { select: inReach('volunteer.request'), insert: lastingly('volunteer.request') }])),
  power_of_attorney: { select: inReach('volunteer.request'), insert: both(lastingly('volunteer.request'), notMerged), update: lastingly('volunteer.request') },
}
