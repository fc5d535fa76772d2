import { all, both, either, inReach, notOwn, ofUnit, own, responsible, theOfficer, type Rules } from './rules'

/** What each table opens, to whom: users, their rights and what is their own. */
export const tablesOfAccess: Record<string, Rules> = {
  app_user: { select: either(all('colleague.read'), own), insert: all('user.manage'), update: either(all('user.manage'), own), delete: all('user.manage') },
  // A right begins only by the decision of a second person (access.decide_right); ending one needs nobody. The manager: of their own unit.
  role_grant: { select: either(all('user.manage'), own, ofUnit), update: either(notOwn('user.manage'), ofUnit) },
  clearance: { select: either(all('user.manage'), ofUnit), update: either(notOwn('user.manage'), ofUnit) },
  right_proposal: { select: either(all('user.manage'), ofUnit), insert: notOwn('user.manage') },
  session: { select: either(all('user.manage'), own), update: either(all('user.manage'), own) },
  calendar_feed: { select: own, insert: own, update: own, delete: own },
  // Of the reader alone; shared ones are asked about by themselves (calls-of-queues.ts).
  case_view: Object.fromEntries(['select', 'insert', 'update', 'delete'].map((verb) => [verb, both(own, all('case.read'))])),
  person_search: { select: own, insert: own, update: own, delete: own },
  submission: { select: own, insert: own },
  user_invitation: { select: either(all('user.manage'), ofUnit) },
  user_attestation: { select: either(all('user.manage'), ofUnit), insert: either(notOwn('user.manage'), ofUnit) },
  // The planted ones were given by a colleague of no unit and drawn for review: shown to whoever is responsible, and to the officer who reviews them.
  access_reason: { select: either(responsible, theOfficer), insert: inReach('person.read'), update: theOfficer },
  // The planted emergencies are of a colleague without a unit: the officer looks after them.
  break_glass: { select: theOfficer },
  // Read and written by the sign-in alone.
  second_factor: {},
  recovery_code: {},
  staff_relation: {},
}
