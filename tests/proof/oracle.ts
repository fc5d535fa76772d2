import { target } from '@/tests/probes/people'

/**
 * Who may do what, a second time and by hand: from the specification and the data officer's reading of the matrix, not from lib/access.
 * Where the product answers otherwise, one of the two is wrong.
 */
const carer = ['person.search', 'person.read', 'person.read.cpr', 'person.read.address', 'person.read.protected-address', 'protection.lift', 'person.update', 'person.read.shared', 'consent.read', 'consent.record', 'contact.read', 'contact.record', 'task.read', 'task.record', 'case.read', 'case.manage', 'case.receive', 'meeting.read', 'meeting.manage', 'progress.read', 'progress.record', 'plan.read', 'plan.manage', 'volunteer.tie', 'volunteer.request']
const outreach = ['outreach.read', 'outreach.plan', 'outreach.release', 'outreach.print', 'letter.open', 'outreach.record', 'outreach.figures', 'talk.manage', 'event.manage']
const coordinator = ['self', 'colleague.read', 'self.prove', 'self.password', ...carer, 'break-glass.use', 'outreach.export', 'contact.redact', 'person.create', 'person.merge', 'assignment.manage', ...outreach, 'template.read', 'template.edit', 'method.manage', 'import.run', 'offer.read', 'offer.manage', 'subject.request', 'subject.export', 'protection.read', 'retention.hold', 'breach.report', 'kit.view']
const grants: Record<string, readonly string[]> = {
  coordinator, colleague: coordinator, uncleared: coordinator, 'clearance over': coordinator, 'clearance to come': coordinator,
  caseworker: ['self', 'colleague.read', 'self.prove', 'self.password', ...carer, 'break-glass.use', 'offer.read', 'protection.read', 'breach.report'],
  reader: ['self', 'self.prove', 'self.password', 'person.read'],
  manager: ['self', 'colleague.read', 'self.prove', 'self.password', 'task.overview', 'case.overview', 'progress.overview', 'management.read', 'management.export', 'volunteer.figures', 'expense.read', 'expense.approve', 'right.give', 'processing.read', 'outreach.figures', 'offer.read', 'right.approve', 'protection.read', 'retention.read', 'retention.approve', 'access.review', 'breach.report'],
  'volunteer lead': ['self', 'colleague.read', 'self.prove', 'self.password', 'person.read.shared', 'volunteer.read', 'volunteer.manage', 'volunteer.login', 'volunteer.match', 'volunteer.setup', 'volunteer.figures', 'volunteer.export', 'expense.read', 'expense.record', 'expense.approve', 'association.read', 'association.manage', 'offer.read', 'protection.read', 'breach.report'],
  volunteer: ['self', 'self.prove', 'self.password', 'volunteer.own'],
  association: ['self', 'self.prove', 'self.password', 'association.own'],
  administrator: ['self', 'colleague.read', 'self.prove', 'self.password', 'right.give', 'user.reset', 'processing.read', 'template.read', 'template.edit', 'method.manage', 'offer.read', 'offer.manage', 'municipality.manage', 'rule.manage', 'volunteer.setup', 'user.manage', 'access.explain', 'right.approve', 'job.read', 'kit.view', 'protection.read', 'breach.report'],
  officer: ['self', 'colleague.read', 'self.prove', 'self.password', 'processing.read', 'processing.edit', 'audit.read', 'access.explain', 'audit.review', 'subject.request', 'protection.read', 'retention.read', 'retention.manage', 'retention.hold', 'access.review', 'breach.report', 'breach.manage'],
}
/** Every permission there is: one that nobody holds is still asked about. */
export const everyPermission = [...new Set(Object.values(grants).flat())].sort()

export const may = (asker: string, permission: string): boolean => grants[asker]?.includes(permission) ?? false

const asUncleared = ['clearance over', 'clearance to come']
const clearedFor: Record<string, readonly string[]> = { PROTECTED_ADDRESS: ['coordinator', 'colleague'], SHIELDED: ['colleague'] }
export const cleared = (asker: string, kind: 'PROTECTED_ADDRESS' | 'SHIELDED'): boolean => clearedFor[kind]?.includes(asker) ?? false

/** Whether the asker has to do with the person at all: responsible, or of the programme, and no core rule between them. */
export const reaches = (asker: string, person: string): boolean => {
  if (person === '') return false
  if (asker === 'reader') return person === 'assigned'
  // The two whose clearance does not hold have broken no glass.
  return asUncleared.includes(asker) ? !person.startsWith('emergency') && target(person).reachedBy.includes('uncleared') : target(person).reachedBy.includes(asker)
}

export type Verb = 'select' | 'insert' | 'update' | 'delete' | 'move' | 'blind update' | 'blind delete' | 'blind move' | 'blind take'
type Base = Exclude<Verb, 'move' | `blind ${string}`>
/** `row`: whose row it is, a person's key or a user's. */
type Rule = (asker: string, row: string) => boolean
type Rules = Partial<Record<Base, Rule>>

const no: Rule = () => false
const all = (permission: string): Rule => (asker) => may(asker, permission)
const inReach = (permission: string): Rule => (asker, row) => may(asker, permission) && reaches(asker, row)
const own: Rule = (asker, row) => asker === row && may(asker, 'self')
const ownText: Rule = (asker, row) => asker === row && may(asker, 'contact.record')
const notOwn = (permission: string): Rule => (asker, row) => may(asker, permission) && asker !== row
const either = (...rules: Rule[]): Rule => (asker, row) => rules.some((rule) => rule(asker, row))
const both = (...rules: Rule[]): Rule => (asker, row) => rules.every((rule) => rule(asker, row))
/** The manager's unit is the coordinator's and the colleague's. */
const ofUnit: Rule = (asker, row) => asker === 'manager' && ['coordinator', 'colleague'].includes(row)
/** Knows that there is a request and when it is due, of everybody the register holds but their own family. */
const officer: Rule = (asker, row) => asker === 'officer' && row !== 'officer-kin' && target(row).past !== 'deleted'
/** Of everybody but their own family. */
const theOfficer: Rule = (asker, row) => asker === 'officer' && row !== 'officer-kin'
/** Of the unit that holds the planted meeting. */
const atTable = (permission: string): Rule => (asker) => may(asker, permission) && ['coordinator', 'colleague'].includes(asker)
const clearance: Rule = (asker) => cleared(asker, 'PROTECTED_ADDRESS')
const others: Rule = (asker, row) => row !== asker && row !== `${asker}-kin`
const programme: Rule = (_, row) => row !== '' && ['VETERAN', 'RELATIVE'].includes(target(row).kind) && target(row).past !== 'deleted'
/** The planted ties are to the ordinary veteran: a tie is written by whoever sees both. */
const seesOrdinary: Rule = (asker) => reaches(asker, 'ordinary')
/** Reached by breaking the glass. */
const byGlass: Rule = (asker, row) => row.startsWith('emergency') && reaches(asker, row)
/** And not only for some hours: the record itself, its roles and who is responsible would outlast them. */
export const lastingly = (permission: string): Rule => (asker, row) => may(asker, permission) && reaches(asker, row) && !byGlass(asker, row)
const responsible: Rule = (asker, row) => ['caseworker', 'reader'].includes(asker) && row === 'assigned'
/** The citizen whose code is live is the ordinary veteran. */
const citizen: Rule = (asker, row) => asker === 'citizen' && row === 'ordinary'
const everyVisitor: Rule = (asker) => asker === 'visitor' || asker.startsWith('citizen')

const person = (read: string, write: string): Rules => ({ select: inReach(read), insert: inReach(write), update: inReach(write), delete: inReach(write) })
const plain = (read: string, write: string, ...shut: Base[]): Rules => ({ select: all(read), insert: all(write), update: all(write), delete: all(write), ...Object.fromEntries(shut.map((verb) => [verb, no])) })
const setUp: Rules = { insert: all('volunteer.setup'), update: all('volunteer.setup') }
const open = (rules: Rules, visible: Rule = everyVisitor): Rules => ({ ...rules, select: either(rules.select ?? no, visible) })

/** What each table opens, to whom. A verb that is not here is nobody's. */
export const tables: Record<string, Rules> = {
  person: { select: inReach('person.read'), insert: all('person.create'), update: lastingly('person.update') },
  person_role: { select: either(both(all('person.read'), (asker) => !['caseworker', 'reader'].includes(asker), programme), responsible, byGlass), insert: lastingly('person.update'), update: both(lastingly('person.update'), either(programme, responsible)) },
  // Tried with one that would go on again. Ending one is never refused (tests/integration/access/scope-writes.test.ts).
  assignment: { select: either(all('assignment.manage'), (asker, row) => asker === 'caseworker' && row.startsWith('assign')), insert: lastingly('assignment.manage'), update: lastingly('assignment.manage') },
  person_cpr: person('person.read.cpr', 'person.update'),
  veteran_profile: person('person.read', 'person.update'),
  deployment: person('person.read', 'person.update'),
  competence: person('person.read', 'person.update'),
  relation: { select: inReach('person.read'), insert: both(inReach('person.update'), seesOrdinary), update: both(inReach('person.update'), seesOrdinary), delete: inReach('person.update') },
  contact_point: person('person.read', 'person.update'),
  // Never deleted, and ended by a function that asks for a reason. Those planted here are their own.
  person_protection: { select: inReach('person.read'), insert: inReach('person.update'), update: inReach('person.update') },
  external_key: person('person.read', 'person.update'),
  address: person('person.read.address', 'person.update'),
  // Written without being read: whoever cares for somebody may note where they live now, and not see where they lived.
  protected_address: { select: both(inReach('person.read.protected-address'), clearance), insert: inReach('person.read.protected-address'), update: both(inReach('person.read.protected-address'), clearance), delete: both(inReach('person.read.protected-address'), clearance) },
  letter: person('outreach.read', 'outreach.record'),
  // A new answer takes the place of the last one.
  reply: { ...person('outreach.read', 'outreach.record'), select: either(inReach('outreach.read'), citizen), insert: either(inReach('outreach.record'), citizen), update: either(inReach('outreach.record'), citizen) },
  wish: { ...person('outreach.read', 'outreach.record'), select: either(inReach('outreach.read'), citizen), insert: either(inReach('outreach.record'), citizen), update: either(inReach('outreach.record'), citizen) },
  attempt: person('outreach.read', 'outreach.record'),
  outreach_task: { ...person('outreach.read', 'outreach.record'), select: either(inReach('outreach.read'), citizen), insert: either(inReach('outreach.record'), citizen), update: either(inReach('outreach.record'), citizen) },
  talk: { select: either(inReach('outreach.read'), citizen), insert: either(inReach('outreach.record'), citizen), update: either(inReach('outreach.record'), citizen), delete: inReach('outreach.record') },
  invitation: { select: either(inReach('outreach.read'), citizen), insert: either(inReach('event.manage'), citizen), update: either(inReach('event.manage'), citizen), delete: inReach('event.manage') },
  outbox_message: person('outreach.read', 'outreach.record'),
  reply_code: { select: either(inReach('outreach.plan'), citizen), update: inReach('outreach.plan') },
  field_history: {},
  duplicate_pair: { select: inReach('person.merge'), insert: inReach('person.merge'), update: inReach('person.merge') },
  person_merge: { select: inReach('person.read') },
  // Of those one reaches; the sum of a run, which must hold for whoever reads it, is asked of access.run_people.
  run_member: { ...person('outreach.read', 'outreach.plan'), insert: all('outreach.plan') },
  run_member_change: { select: inReach('outreach.read') },
  import_row: { select: both(all('import.run'), (asker) => asker === 'colleague'), insert: both(all('import.run'), (asker) => asker === 'colleague'), update: both(all('import.run'), (asker) => asker === 'colleague'), delete: both(all('import.run'), (asker) => asker === 'colleague') },
  run: plain('outreach.read', 'outreach.plan'),
  run_file: plain('outreach.read', 'outreach.plan'),
  run_text: plain('outreach.read', 'outreach.plan', 'update'),
  print_part: { select: all('outreach.read') },
  talk_slot: open(plain('outreach.read', 'talk.manage'), (asker) => asker === 'citizen'),
  year_event: open(plain('outreach.read', 'event.manage')),
  letter_template: plain('template.read', 'template.edit'),
  letter_template_version: plain('template.read', 'template.edit'),
  import_batch: plain('import.run', 'import.run'),
  job_run: { select: all('job.read') },
  partner: open(plain('offer.read', 'offer.manage')),
  offer: open(plain('offer.read', 'offer.manage')),
  municipality: open(plain('self', 'municipality.manage')),
  unit: open(plain('self', 'municipality.manage')),
  deadline_rule: open(plain('self', 'rule.manage')),
  closing_day: open(plain('self', 'rule.manage')),
  app_user: { select: either(all('colleague.read'), own), insert: all('user.manage'), update: either(all('user.manage'), own), delete: all('user.manage') },
  // A right begins only by the decision of a second person (access.decide_right); ending one needs nobody. The manager: of their own unit.
  role_grant: { select: either(all('user.manage'), own, ofUnit), update: either(notOwn('user.manage'), ofUnit) },
  clearance: { select: either(all('user.manage'), ofUnit), update: either(notOwn('user.manage'), ofUnit) },
  right_proposal: { select: either(all('user.manage'), ofUnit), insert: notOwn('user.manage') },
  subject_request: { select: either(inReach('subject.request'), officer), insert: either(inReach('subject.request'), (asker, row) => asker === 'officer' && row !== 'officer-kin'), update: either(inReach('subject.request'), officer) },
  // What was struck out is changed by whoever struck it: in the planted rows the colleague.
  subject_redaction: { select: inReach('subject.export'), insert: inReach('subject.export'), update: both(inReach('subject.export'), (asker) => asker === 'colleague'), delete: inReach('subject.export') },
  session: { select: either(all('user.manage'), own), update: either(all('user.manage'), own) },
  calendar_feed: { select: own, insert: own, update: own, delete: own },
  // Of the reader alone; shared ones are asked about by themselves (calls-of-queues.ts).
  case_view: Object.fromEntries(['select', 'insert', 'update', 'delete'].map((verb) => [verb, both(own, all('case.read'))])),
  person_search: { select: own, insert: own, update: own, delete: own },
  submission: { select: own, insert: own },
  user_invitation: { select: either(all('user.manage'), ofUnit) },
  user_attestation: { select: either(all('user.manage'), ofUnit), insert: either(notOwn('user.manage'), ofUnit) },
  // Whoever told of one sees that it was told. The planted one is the colleague's.
  breach: { select: either(all('breach.manage'), (asker) => asker === 'colleague'), insert: all('breach.report'), update: all('breach.manage') },
  breach_subject: { select: either(all('breach.manage'), inReach('subject.export')) },
  // The planted ones were given by a colleague of no unit and drawn for review: shown to whoever is responsible, and to the officer who reviews them.
  access_reason: { select: either(responsible, theOfficer), insert: inReach('person.read'), update: theOfficer },
  // The planted emergencies are of a colleague without a unit: the officer looks after them.
  break_glass: { select: theOfficer },
  // Given and withdrawn are added by whoever cares for the person; the recipient reads the card alone, which is a function.
  consent: { select: inReach('consent.read'), insert: both(lastingly('consent.record'), (_, row) => target(row).past !== 'merged') },
  consent_withdrawal: { select: inReach('consent.read'), insert: inReach('consent.record') },
  // A case goes on after the hours of an emergency, and so does whatever becomes of it.
  case_file: { select: inReach('case.read'), insert: both(lastingly('case.manage'), (_, row) => target(row).past !== 'merged') },
  case_state: { select: inReach('case.read'), insert: lastingly('case.manage') },
  // Whose it is, whoever covers, and those who give people to others; written by functions alone. The planted one is the colleague's.
  absence: { select: all('assignment.manage') },
  // The sticky note: not in an emergency, neither read nor written.
  person_note: { select: lastingly('contact.read'), insert: both(lastingly('contact.record'), (_, row) => target(row).past !== 'merged') },
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
  // Of those who lead volunteers. Steps, papers and courses are added in one's own name; the public form adds through a function.
  volunteer: { select: all('volunteer.read'), insert: all('volunteer.manage'), update: all('volunteer.manage') },
  volunteer_language: { select: all('volunteer.read'), insert: all('volunteer.manage'), delete: all('volunteer.manage') },
  volunteer_login: {}, volunteer_login_request: {},
  ...Object.fromEntries(['volunteer_step', 'volunteer_paper', 'volunteer_training', 'volunteer_showing', 'volunteer_thanks'].map((table) => [table, { select: all('volunteer.read'), insert: all('volunteer.manage') }])),
  ...Object.fromEntries(['volunteer_course', 'volunteer_seat'].map((table) => [table, { select: all('volunteer.read'), insert: all('volunteer.manage'), update: all('volunteer.manage') }])), expense_rate: { select: either(all('expense.read'), all('volunteer.setup')), insert: all('rule.manage') }, volunteer_expense: { select: all('expense.read'), insert: all('expense.record') }, expense_receipt: { select: all('expense.read') },
  // Sent and paid by who writes expenses, decided by who approves them.
  volunteer_expense_step: { select: all('expense.read'), insert: either(all('expense.record'), all('expense.approve')) },
  ...Object.fromEntries(['association', 'association_contact', 'dialogue_meeting', 'dialogue_point'].map((name) => [name, { select: all('association.read'), insert: all('association.manage'), update: all('association.manage') }])),
  workplace: { select: all('volunteer.read'), insert: all('volunteer.manage'), update: all('volunteer.manage') }, ground_rules: { select: all('volunteer.read'), insert: all('volunteer.manage') },
  // The paper of a file one brought oneself.
  ...Object.fromEntries(['partnership', 'partnership_file', 'association_note'].map((name) => [name, { select: all('association.read'), insert: all('association.manage') }])), association_signup: { select: all('association.read') }, association_representative: { select: all('association.read'), update: all('association.manage') },
  // That somebody is both is said by a function, and taken back by whoever has the citizen in hand.
  volunteer_tie: { select: inReach('volunteer.tie'), delete: lastingly('volunteer.tie') },
  volunteer_role: open({ ...setUp, select: either(all('volunteer.read'), all('volunteer.request'), all('volunteer.figures'), all('volunteer.setup')) }), local_area: open({ ...setUp, select: either(all('volunteer.read'), all('volunteer.request'), all('volunteer.figures'), all('volunteer.setup')) }),
  volunteer_paper_kind: { ...setUp, select: either(all('volunteer.read'), all('volunteer.setup')) }, volunteer_group_kind: { ...setUp, select: either(all('volunteer.read'), all('volunteer.request'), all('volunteer.setup')) },
  volunteer_group: { select: either(all('volunteer.read'), all('volunteer.request')), insert: all('volunteer.manage'), update: all('volunteer.manage') }, volunteer_group_helper: { select: all('volunteer.read'), insert: all('volunteer.manage'), update: all('volunteer.manage') }, volunteer_group_meeting: { select: all('volunteer.read'), insert: all('volunteer.manage') }, volunteer_group_citizen: { select: inReach('volunteer.request'), insert: both(lastingly('volunteer.request'), (_, row) => target(row).past !== 'merged'), update: lastingly('volunteer.request') },
  // That somebody waits follows the person; added, and not in an emergency.
  ...Object.fromEntries(['volunteer_request', 'companion_meeting'].map((table) => [table, { select: inReach('volunteer.request'), insert: both(lastingly('volunteer.request'), (_: unknown, row: string) => target(row).past !== 'merged') }])),
  // What became of it is read by whoever has the person; written by functions alone.
  volunteer_pair_step: { select: inReach('volunteer.request') },
  volunteer_answer: { select: inReach('volunteer.request') },
  volunteer_match: { select: inReach('volunteer.request') },
  volunteer_match_end: { select: inReach('volunteer.request') },
  volunteer_match_meeting: { select: inReach('volunteer.request') }, volunteer_match_concern: { select: inReach('volunteer.request') },
  // The links are nobody's; what was asked and answered about a match is read by functions alone.
  volunteer_question: {}, volunteer_check_in: {}, volunteer_follow_up: {},
  ...Object.fromEntries(['volunteer_request_state', 'companion_step'].map((table) => [table, { select: inReach('volunteer.request'), insert: lastingly('volunteer.request') }])), power_of_attorney: { select: inReach('volunteer.request'), insert: both(lastingly('volunteer.request'), (_, row) => target(row).past !== 'merged'), update: lastingly('volunteer.request') },
  processing_text: { select: all('processing.read'), update: all('processing.edit') },
  // Neither of oneself nor about one's own family.
  unusual_lookup: { select: both(all('audit.review'), others), update: both(all('audit.review'), others) },
  unusual_verdict: { select: both(all('audit.review'), others), insert: both(all('audit.review'), others) },
  // Read and written by the sign-in alone.
  second_factor: {},
  recovery_code: {},
  // The records of processing say how long each kind is kept.
  retention_rule: { select: either(all('retention.read'), all('processing.read')), update: all('retention.manage') },
  retention_run: { select: all('retention.read'), update: either(all('retention.manage'), all('retention.approve')) },
  retention_item: { select: all('retention.read') },
  retention_tombstone: { select: all('retention.read') },
  legal_hold: { select: either(inReach('retention.hold'), officer), insert: either(inReach('retention.hold'), (asker, row) => asker === 'officer' && row !== 'officer-kin'), update: either(inReach('retention.hold'), officer) },
  stored_file: {},
  staff_relation: {},
  audit_event: { select: all('audit.read') },
  audit_subject: { select: all('audit.read') },
  audit_seal: { select: all('audit.read') },
  audit_prune: { select: all('audit.read') },
  audit_check: { select: all('audit.read') },
}

/** Files by kind: a letter is its person's; a print file holds everybody of a run; what was sent in is its sender's. */
const files: Record<string, Rules> = {
  letter: { select: both(inReach('letter.open'), (asker, row) => !['P1', 'P2'].includes(target(row).protection) || cleared(asker, 'PROTECTED_ADDRESS')) },
  print: { select: all('outreach.print') },
  partnership: { select: all('association.read') }, receipt: { select: all('volunteer.read') },
  'subject-export': { select: both(inReach('subject.export'), (asker, row) => !['P1', 'P2'].includes(target(row).protection) || cleared(asker, 'PROTECTED_ADDRESS')) },
  import: { select: both(all('import.run'), (asker, row) => asker === row), insert: both(all('import.run'), (asker, row) => asker === row), delete: both(all('import.run'), (asker, row) => asker === row) },
}

/** What was changed about somebody: old addresses are as closed as the table they stood in. */
const history: Record<string, Rules> = {
  person: { select: inReach('person.read') },
  address: { select: both(inReach('person.read.address'), (asker, row) => !['P1', 'P2'].includes(target(row).protection) || cleared(asker, 'PROTECTED_ADDRESS')) },
  protected_address: { select: both(inReach('person.read.address'), (asker, row) => !['P1', 'P2'].includes(target(row).protection) || cleared(asker, 'PROTECTED_ADDRESS')) },
}
const byKind: Record<string, Record<string, Rules>> = { stored_file: files, field_history: history }

/** Tables whose policy lets a change begin on more rows than it may end on: one of them in the way refuses a change of all. */
export const oneByOne = new Set(['assignment', 'duplicate_pair', 'relation', 'subject_request'])
const passes: Record<string, (asker: string) => boolean> = { relation: (asker) => asker !== 'coordinator' && asker !== 'caseworker' && asker !== 'reader', subject_request: (asker) => asker === 'officer' }
export const refusedWhole = (asker: string, table: string): boolean => oneByOne.has(table) && !(passes[table]?.(asker) ?? false)
/** Whom a request is about is never changed. */
export const neverMoved = new Set(['subject_request'])

/** A job reads and writes as it must, but for what is nobody's to change and for the rights themselves. */
const notTheWorkers: Record<string, readonly Base[]> = {
  session: ['select', 'insert', 'update', 'delete'], clearance: ['select', 'insert', 'update', 'delete'], staff_relation: ['select', 'insert', 'update', 'delete'], role_grant: ['insert', 'update', 'delete'], app_user: ['insert', 'update', 'delete'], right_proposal: ['select', 'insert', 'update', 'delete'],
  user_invitation: ['select', 'insert', 'update', 'delete'], user_attestation: ['select', 'insert', 'update', 'delete'], second_factor: ['select', 'insert', 'update', 'delete'], recovery_code: ['select', 'insert', 'update', 'delete'],
  breach: ['insert', 'update', 'delete'], breach_subject: ['insert', 'update', 'delete'], unusual_lookup: ['delete'], unusual_verdict: ['insert', 'update', 'delete'],
  processing_text: ['insert', 'update', 'delete'], retention_rule: ['insert', 'update', 'delete'], retention_run: ['insert', 'delete'], retention_item: ['insert', 'delete'], retention_tombstone: ['insert', 'update', 'delete'], legal_hold: ['insert', 'update', 'delete'],
  audit_event: ['insert', 'update', 'delete'], audit_subject: ['insert', 'update', 'delete'], field_history: ['insert', 'update', 'delete'], audit_seal: ['update', 'delete'], audit_prune: ['update', 'delete'], audit_check: ['update', 'delete'],
}

/** The declared answer for one cell of the database. */
export function allowed(asker: string, table: string, verb: Verb, row: string): boolean {
  const base = (verb === 'move' || verb === 'blind update' ? 'update' : verb === 'blind delete' ? 'delete' : verb) as Base
  if (asker === 'worker') return !notTheWorkers[table]?.includes(base)
  const kinds = byKind[table]
  const [kind = '', whose = ''] = kinds ? row.split(' of ') : ['', row]
  const rules = kinds ? kinds[kind] : tables[table]
  if (!rules) throw new Error(`Say in tests/proof/oracle.ts what the table ${table} opens`)
  return (rules[base] ?? no)(asker, whose)
}
