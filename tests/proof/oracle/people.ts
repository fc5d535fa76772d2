import { target } from '@/tests/probes/people'
import { all, both, byGlass, clearance, either, inReach, lastingly, person, programme, responsible, seesOrdinary, type Rules } from './rules'

/** What each table opens, to whom: people, their family and records, and what they agreed to. */
export const tablesOfPeople: Record<string, Rules> = {
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
  field_history: {},
  duplicate_pair: { select: inReach('person.merge'), insert: inReach('person.merge'), update: inReach('person.merge') },
  person_merge: { select: inReach('person.read') },
  // Given and withdrawn are added by whoever cares for the person; the recipient reads the card alone, which is a function.
  consent: { select: inReach('consent.read'), insert: both(lastingly('consent.record'), (_, row) => target(row).past !== 'merged') },
  consent_withdrawal: { select: inReach('consent.read'), insert: inReach('consent.record') },
}
