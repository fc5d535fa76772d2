import { target } from '@/tests/probes/people'
import { all, atTable, both, inReach, lastingly, ownText, type Rules } from './rules'

/** What each table opens, to whom: cases, plans, meetings, contacts, tasks and progress. */
export const tablesOfCasework: Record<string, Rules> = {
  // Whose it is, whoever covers, and those who give people to others; written by functions alone. The planted one is the colleague's.
  absence: { select: all('assignment.manage') },
  // The sticky note: not in an emergency, neither read nor written.
  person_note: { select: lastingly('contact.read'), insert: both(lastingly('contact.record'), (_, row) => target(row).past !== 'merged') },
  // A case goes on after the hours of an emergency, and so does whatever becomes of it.
  case_file: { select: inReach('case.read'), insert: both(lastingly('case.manage'), (_, row) => target(row).past !== 'merged') },
  case_state: { select: inReach('case.read'), insert: lastingly('case.manage') },
  // What it weighs, as well.
  case_weight: { select: inReach('case.read'), insert: lastingly('case.manage') },
  // What happens in its method, in the same reach. The copies in the world are of a method begun, with a number that is taken.
  case_move: { select: inReach('case.read'), insert: lastingly('case.manage') },
  // Methods are nobody's data. A version is added in one's own name and never changed.
  method: { select: all('self'), insert: all('method.manage'), update: all('method.manage') },
  method_version: { select: all('self'), insert: all('method.manage') },
  // A plan goes on as well. What is taken out of the week stays where it is, signed by the database.
  ...Object.fromEntries(['plan_goal', 'plan_agreement'].map((table) => [table, { select: inReach('plan.read'), insert: both(lastingly('plan.manage'), (_, row) => target(row).past !== 'merged') }])),
  ...Object.fromEntries(['plan_goal_step', 'plan_agreement_step'].map((table) => [table, { select: inReach('plan.read'), insert: lastingly('plan.manage') }])),
  plan_schedule: { select: inReach('plan.read'), insert: both(lastingly('plan.manage'), (_, row) => target(row).past !== 'merged'), update: lastingly('plan.manage') },
  // A person's guide and its answers come together, in the name of whoever asked; the planted ones are the colleague's.
  screening: { select: inReach('plan.read'), insert: both(lastingly('plan.manage'), (_, row) => target(row).past !== 'merged') },
  screening_answer: { select: inReach('plan.read'), insert: both(lastingly('plan.manage'), (asker) => asker === 'colleague') },
  screening_guide: { select: all('self') },
  plan_slot: { select: inReach('plan.read'), insert: lastingly('plan.manage'), update: lastingly('plan.manage') },
  // Offered by whoever has the case; the copies in the world are of an offer that waits, and one waits at a time. Answered by a function.
  case_transfer: { select: inReach('case.read'), insert: lastingly('assignment.manage') },
  // Sent and answered by functions alone.
  ...Object.fromEntries(['referral', 'referral_step'].map((table) => [table, { select: inReach('referral.manage') }])),
  // The planted meeting is of the coordinators’ unit, with the colleague at the table; what stands on its agenda follows the person.
  meeting: { select: atTable('meeting.read'), insert: atTable('meeting.manage'), update: atTable('meeting.manage') },
  meeting_participant: { select: atTable('meeting.read'), insert: atTable('meeting.manage'), delete: atTable('meeting.manage') },
  meeting_item: { select: inReach('case.read'), insert: both(lastingly('case.manage'), atTable('meeting.read')) },
  meeting_minute: { select: inReach('case.read'), insert: both(lastingly('meeting.manage'), (asker) => asker === 'colleague') },
  // Added, never changed; a note only together with its contact, which no copy of a row is.
  contact: { select: inReach('contact.read'), insert: both(inReach('contact.record'), (_, row) => target(row).past !== 'merged') },
  contact_note: { select: inReach('contact.read') },
  contact_case: { select: inReach('contact.read') },
  // By a function alone, and not its words (calls-of-change.ts).
  contact_redaction: { select: inReach('contact.read') },
  contact_addition: { select: inReach('contact.read'), insert: inReach('contact.record') },
  // The planted drafts are the colleague's: nobody else may know that they are being typed.
  contact_draft: { insert: inReach('contact.record'), ...Object.fromEntries(['select', 'update', 'delete'].map((verb) => [verb, both(inReach('contact.record'), (asker) => asker === 'colleague')])) },
  // The planted ones are nobody's. Whose a task is asks more than the row (tests/integration/casework/tasks-access.test.ts); its history is the database's.
  task: { select: inReach('task.read'), insert: both(inReach('task.record'), (_, row) => target(row).past !== 'merged'), update: inReach('task.record') },
  task_event: { select: inReach('task.read') },
  contact_kind: { select: all('self'), insert: all('method.manage'), update: all('method.manage') },
  contact_topic: { select: all('self'), insert: all('method.manage'), update: all('method.manage') },
  // What stands for the unit is asked of callsOfTexts.
  standard_text: { select: ownText, insert: ownText, update: ownText },
  // What is measured stays afterwards: not in an emergency. Values only together with their measurement, which no copy of a row is.
  progress_aim: { select: inReach('progress.read'), insert: both(lastingly('progress.record'), (_, row) => target(row).past !== 'merged'), update: lastingly('progress.record') },
  progress_measurement: { select: inReach('progress.read'), insert: both(lastingly('progress.record'), (_, row) => target(row).past !== 'merged') },
  progress_value: { select: inReach('progress.read') },
  progress_scale: { select: all('self'), insert: all('method.manage'), update: all('method.manage') },
  // Only together with its scale, which no copy of a row is.
  progress_dimension: { select: all('self') },
}
