import { target } from '@/tests/probes/people'
import type { Call } from './calls'
import { may, reaches } from './oracle'

/** One statement as the asker. Yes: the policies let it through; what a constraint says afterwards is no matter of access. */
export const tries = (statement: string) => `proof.tried($s$${statement}$s$, NULL, NULL) = 'yes'`
/** One statement as the asker, which stays until the question is over; `$k` in it is the person. No: nothing was touched, or it was refused. */
export const does = (statement: string) => `proof.done($s$${statement}$s$, k.id)`
/** One statement as the asker that a rule of the database stops: neither let through nor refused. Undone. */
export const stopped = (statement: string) => `proof.stopped($s$${statement}$s$, k.id)`
/** A new row of the table like one that is there. `changes`: names and values, as jsonb_build_object takes them. */
export const copies = (table: string, changes: string) => `proof.copied('${table}', jsonb_build_object(${changes}))`
export const person = (key: string) => `'${target(key).id}'::uuid`
export const user = (email: string) => `(SELECT u.id FROM proof.users u WHERE u.email LIKE '${email}@%')`
export const nobody = () => false
export const worker = (asker: string) => asker === 'worker'
export const carries = (permission: string, key = 'ordinary') => (asker: string) => may(asker, permission) && reaches(asker, key)
/** About the policies of this table. `first`: said as the owner beforehand. */
export const row = (table: string, name: string, sql: string, declared: Call['declared'], first?: string): Call => ({ table, name: `${table}: ${name}`, sql, once: true, declared, ...(first ? { first } : {}) })
/** Everything else they hold is left to them: only this right is gone. */
export const without = (permission: string) => `DELETE FROM access.policy WHERE action = '${permission}'`
/** Not about a person. `first`: said as the owner beforehand; `then`: must hold afterwards. */
export const once = (name: string, sql: string, declared: (asker: string) => boolean, first?: string, then?: string): Call => ({ name, sql, once: true, declared, ...(first ? { first } : {}), ...(then ? { then } : {}) })
/** Of everybody the world holds; nobody answers for whoever is gone. */
export const ofEach = (name: string, sql: string, declared: Call['declared'], first?: string): Call => ({ name, sql, declared: (asker, key) => target(key).past !== 'deleted' && declared(asker, key), ...(first ? { first } : {}) })
/** Asks of the function who may, and not all it does. */
export const partly = (call: Call): Call => ({ ...call, partly: true })
/** What a question must find by name, and nobody but the owner would see. */
export const known = (table: string, query: string) => `CREATE TABLE proof.${table} AS ${query}; GRANT SELECT ON proof.${table} TO PUBLIC`
/** Of everybody: what the owner finds to hold after the first words, whoever is asked. */
export const holds = (name: string, condition: string, first: string): Call => once(name, `proof.holds($h$${condition}$h$)`, () => true, first)
/** Rows put as they could not be put any more, and what would end with it left as it is. */
export const behind = (statement: string) => `SET LOCAL session_replication_role = 'replica'; ${statement}; SET LOCAL session_replication_role = 'origin'`
