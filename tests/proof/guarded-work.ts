import type { Guarded } from './mutate-code'

const casework = (...names: string[]) => names.map((name) => `tests/integration/casework/${name}.test.ts`)
const volunteering = (...names: string[]) => names.map((name) => `tests/integration/volunteering/${name}.test.ts`)
const associations = (...names: string[]) => names.map((name) => `tests/integration/associations/${name}.test.ts`)

/** What may not be written behind emergency access, and what somebody else has changed meanwhile: seen before it is written, or by nothing having been written. */
const lasting = /refuseBehindGlass\(|\bcount !== 1|!== (version|number|seen)\b/
const ofOneself = /[!=]== actor\.userId|= \$\{actor\.userId\}/

/**
 * Casework, volunteers and associations: what the code refuses before the database does, or says in place of its error. Their actions, writes and queries are here with what decides about access; what stands in none
 * of these lines asks one function of the database (`access.…`) and passes its answer on, and is weakened there.
 */
export const guardedWork: readonly Guarded[] = [
  // Casework.
  { file: 'lib/casework/cases/actions.ts', about: lasting, tests: casework('cases', 'cases-access') },
  { file: 'lib/casework/cases/writes.ts', about: /refuseBehindGlass\(|\bcount !== 1|!== number\b|!== actor\.userId/, tests: casework('cases', 'cases-access') },
  { file: 'lib/casework/contacts/writes.ts', about: /count !== 1|input\.draftId\b|userId: actor\.userId$/, tests: casework('contacts') },
  { file: 'lib/casework/contacts/queries.ts', about: ofOneself, tests: casework('contacts') },
  { file: 'lib/casework/contacts/remarks/actions.ts', about: ofOneself, tests: casework('remarks') },
  { file: 'lib/casework/contacts/remarks/queries.ts', about: ofOneself, tests: casework('remarks') },
  { file: 'lib/casework/contacts/redaction/rules.ts', tests: ['lib/casework/contacts/redaction/rules.test.ts'] },
  { file: 'lib/casework/contacts/report/queries.ts', about: /can\(actor/, tests: casework('contact-report') },
  { file: 'lib/casework/progress/report/queries.ts', about: /can\(actor/, tests: casework('progress-report') },
  { file: 'lib/casework/overview/queries.ts', about: /can\(actor/, tests: casework('overview') },
  { file: 'lib/casework/handover/cover/queries.ts', about: /can\(actor/, tests: casework('covers') },
  { file: 'lib/casework/handover/reassign/writes.ts', about: ofOneself, tests: casework('reassign') },
  { file: 'lib/casework/meetings/writes.ts', about: /refuseBehindGlass\(|\bcount !== 1|!may\?\.may/, tests: casework('meetings-access', 'meetings', 'meetings-cancel') },
  { file: 'lib/casework/methods/actions.ts', about: /turn !== seen/, tests: casework('methods', 'methods-access', 'case-moves') },
  { file: 'lib/casework/methods/writes.ts', about: lasting, tests: casework('methods-access', 'methods') },
  { file: 'lib/casework/methods/catalogue/actions.ts', about: lasting, tests: casework('methods-admin') },
  { file: 'lib/casework/plans/agreements/writes.ts', about: lasting, tests: casework('plans-access', 'plans') },
  { file: 'lib/casework/plans/goals/writes.ts', about: lasting, tests: casework('plans-access', 'plans') },
  { file: 'lib/casework/plans/week/writes.ts', about: lasting, tests: casework('plans-access', 'plans-week') },
  { file: 'lib/casework/progress/actions.ts', about: lasting, tests: casework('progress-access', 'progress') },
  { file: 'lib/casework/progress/scales/actions.ts', about: lasting, tests: casework('scales') },
  { file: 'lib/casework/referrals/actions.ts', about: /refuseBehindGlass\(|ofPerson\(|toUnit\(|audit\(/, tests: casework('referrals', 'referral-guards') },
  { file: 'lib/casework/referrals/writes.ts', about: /refuseBehindGlass\(|P1|!row\b|findFirst\(|\bpersonId$/, tests: casework('referrals', 'referral-guards') },
  { file: 'lib/casework/screening/actions.ts', about: lasting, tests: casework('screening') },
  { file: 'lib/casework/sharing/actions.ts', about: lasting, tests: casework('sharing', 'professionals') },
  { file: 'lib/casework/sharing/writes.ts', about: /refuseBehindGlass\(|\bcount !== 1|!== actor\.userId/, tests: casework('sharing', 'professionals') },
  { file: 'lib/casework/standard-texts/actions.ts', about: lasting, tests: casework('standard-texts') },
  { file: 'lib/casework/topics/actions.ts', about: lasting, tests: casework('standard-texts') },
  { file: 'lib/casework/kinds/actions.ts', about: lasting, tests: casework('kinds') },
  { file: 'lib/casework/tasks/writes.ts', about: /!== actor\.userId|!asked\?\.may/, tests: casework('tasks-access', 'task-guards', 'tasks') },
  { file: 'lib/casework/queues/views/actions.ts', about: lasting, tests: casework('views') },
  { file: 'lib/casework/weights/actions.ts', about: lasting, tests: casework('weights') },
  { file: 'lib/consent/register/rules.ts', only: ['stateOf'], tests: ['lib/consent/register/rules.test.ts'] },
  // Volunteers.
  { file: 'lib/volunteering/matching/rules.ts', only: ['barriers', 'places', 'questions'], tests: ['lib/volunteering/matching/rules.test.ts'] },
  { file: 'lib/volunteering/matching/candidates/writes.ts', about: /^first$|\.said !== 'done'|\.said \?\?/, tests: volunteering('candidates', 'turned-down') },
  { file: 'lib/volunteering/matching/asking/writes.ts', about: /^first$|pair\.stands !== 'asked'/, tests: volunteering('matches', 'answers') },
  { file: 'lib/volunteering/matching/asking/actions.ts', about: lasting, tests: volunteering('behind-glass', 'answers') },
  { file: 'lib/volunteering/companions/writes.ts', about: /refuseBehindGlass\(|mayKnow\.some/, tests: volunteering('behind-glass', 'companions') },
  { file: 'lib/volunteering/companions/sql.ts', only: ['toldSql'], about: /./, tests: volunteering('companions') },
  { file: 'lib/volunteering/companions/attorney/actions.ts', about: lasting, tests: volunteering('behind-glass', 'companions') },
  { file: 'lib/volunteering/companions/steps/writes.ts', about: lasting, tests: volunteering('behind-glass', 'companion-steps') },
  { file: 'lib/volunteering/requests/queries.ts', about: /protection = |p\.shielded/, tests: volunteering('requests') },
  { file: 'lib/volunteering/requests/writes.ts', about: lasting, tests: volunteering('behind-glass', 'requests') },
  { file: 'lib/volunteering/ties/actions.ts', about: /refuseBehindGlass\(|\bcount !== 1|withinLimit/, tests: volunteering('behind-glass', 'ties') },
  { file: 'lib/volunteering/groups/writes.ts', about: /refuseBehindGlass\(|!may\.open|\bversion\b/, tests: volunteering('behind-glass', 'groups') },
  { file: 'lib/volunteering/path/rules.ts', only: ['holds', 'missing', 'mayHelp'], tests: ['lib/volunteering/path/rules.test.ts'] },
  { file: 'lib/volunteering/path/writes.ts', about: lasting, tests: volunteering('path') },
  { file: 'lib/volunteering/papers/writes.ts', about: lasting, tests: volunteering('path') },
  { file: 'lib/volunteering/volunteers/actions.ts', about: lasting, tests: volunteering('path') },
  { file: 'lib/volunteering/logins/rules.ts', tests: ['lib/volunteering/logins/rules.test.ts'] },
  { file: 'lib/volunteering/expenses/rules.ts', only: ['nextStates'], tests: ['lib/volunteering/expenses/rules.test.ts'] },
  { file: 'lib/volunteering/expenses/writes.ts', about: lasting, tests: volunteering('expenses') },
  { file: 'lib/volunteering/courses/actions.ts', about: lasting, tests: volunteering('recognition', 'own-courses') },
  { file: 'lib/volunteering/recognition/actions.ts', about: lasting, tests: volunteering('recognition') },
  { file: 'lib/volunteering/catalogue/writes.ts', about: lasting, tests: volunteering('catalogue') },
  { file: 'lib/volunteering/ground-rules/actions.ts', about: lasting, tests: volunteering('ground-rules') },
  { file: 'lib/volunteering/setup/rates/actions.ts', about: lasting, tests: volunteering('setup-rates') },
  { file: 'lib/volunteering/interest/actions.ts', about: /withinLimit/, tests: volunteering('interest') },
  { file: 'lib/volunteering/day/queries.ts', about: /can\(actor/, tests: volunteering('lead-day') },
  // Associations.
  { file: 'lib/associations/register/actions.ts', about: lasting, tests: associations('register') },
  { file: 'lib/associations/dialogue/actions.ts', about: lasting, tests: associations('dialogue') },
  { file: 'lib/associations/representatives/actions.ts', about: lasting, tests: associations('own') },
  { file: 'lib/associations/signup/actions.ts', about: /withinLimit/, tests: associations('signup') },
]
