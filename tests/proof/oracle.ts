import { tablesOfAccess } from './oracle/access'
import { tablesOfCasework } from './oracle/casework'
import { byKind } from './oracle/kinds'
import { tablesOfOutreach } from './oracle/outreach'
import { tablesOfOversight } from './oracle/oversight'
import { tablesOfPeople } from './oracle/people'
import { type Base, no, type Rules, type Verb } from './oracle/rules'
import { tablesOfVolunteering } from './oracle/volunteering'

export { cleared, everyPermission, may, reaches } from './oracle/grants'
export { lastingly, type Verb } from './oracle/rules'

/** What each table opens, to whom, context by context. A verb that is not there is nobody's. */
export const tables: Record<string, Rules> = { ...tablesOfPeople, ...tablesOfOutreach, ...tablesOfCasework, ...tablesOfVolunteering, ...tablesOfAccess, ...tablesOfOversight }

/** Tables whose policy lets a change begin on more rows than it may end on: one of them in the way refuses a change of all. */
export const oneByOne = new Set(['assignment', 'duplicate_pair', 'relation', 'subject_request'])
const passes: Record<string, (asker: string) => boolean> = { relation: (asker) => asker !== 'coordinator' && asker !== 'caseworker' && asker !== 'reader', subject_request: (asker) => asker === 'officer' }
export const refusedWhole = (asker: string, table: string): boolean => oneByOne.has(table) && !(passes[table]?.(asker) ?? false)
/** Whom a request is about is never changed. */
export const neverMoved = new Set(['subject_request'])

/** A job reads and writes as it must, but for what is nobody's to change and for the rights themselves. */
const notTheWorkers: Record<string, readonly Base[]> = {
  // A ground is lifted, or it stands; with a person who is removed theirs go by the foreign key.
  person_protection: ['delete'],
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
  if (!rules) throw new Error(`Say in tests/proof/oracle what the table ${table} opens`)
  return (rules[base] ?? no)(asker, whose)
}
