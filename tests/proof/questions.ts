import { target } from '@/tests/probes/people'
import type { Call } from './calls'
import { may, reaches } from './oracle'

/** One statement as the asker. Yes: the policies let it through; what a constraint says afterwards is no matter of access. */
export const tries = (statement: string) => `proof.tried($s$${statement}$s$, NULL, NULL) = 'yes'`
export const person = (key: string) => `'${target(key).id}'::uuid`
export const user = (email: string) => `(SELECT u.id FROM proof.users u WHERE u.email LIKE '${email}@%')`
export const nobody = () => false
export const worker = (asker: string) => asker === 'worker'
export const carries = (permission: string, key = 'ordinary') => (asker: string) => may(asker, permission) && reaches(asker, key)
/** About the policies of this table. `first`: said as the owner beforehand. */
export const row = (table: string, name: string, sql: string, declared: Call['declared'], first?: string): Call => ({ table, name: `${table}: ${name}`, sql, once: true, declared, ...(first ? { first } : {}) })
/** Everything else they hold is left to them: only this right is gone. */
export const without = (permission: string) => `DELETE FROM access.policy WHERE action = '${permission}'`
