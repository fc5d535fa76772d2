import { target } from '@/tests/probes/people'
import { cleared, may, reaches } from './grants'

export type Verb = 'select' | 'insert' | 'update' | 'delete' | 'move' | 'blind update' | 'blind delete' | 'blind move' | 'blind take'
export type Base = Exclude<Verb, 'move' | `blind ${string}`>
/** `row`: whose row it is, a person's key or a user's. */
export type Rule = (asker: string, row: string) => boolean
export type Rules = Partial<Record<Base, Rule>>

export const no: Rule = () => false
export const all = (permission: string): Rule => (asker) => may(asker, permission)
export const inReach = (permission: string): Rule => (asker, row) => may(asker, permission) && reaches(asker, row)
export const own: Rule = (asker, row) => asker === row && may(asker, 'self')
export const ownText: Rule = (asker, row) => asker === row && may(asker, 'contact.record')
export const notOwn = (permission: string): Rule => (asker, row) => may(asker, permission) && asker !== row
export const either = (...rules: Rule[]): Rule => (asker, row) => rules.some((rule) => rule(asker, row))
export const both = (...rules: Rule[]): Rule => (asker, row) => rules.every((rule) => rule(asker, row))
/** The manager's unit is the coordinator's and the colleague's. */
export const ofUnit: Rule = (asker, row) => asker === 'manager' && ['coordinator', 'colleague'].includes(row)
/** Knows that there is a request and when it is due, of everybody the register holds but their own family. */
export const officer: Rule = (asker, row) => asker === 'officer' && row !== 'officer-kin' && target(row).past !== 'deleted'
/** Of everybody but their own family. */
export const theOfficer: Rule = (asker, row) => asker === 'officer' && row !== 'officer-kin'
/** Of the unit that holds the planted meeting. */
export const atTable = (permission: string): Rule => (asker) => may(asker, permission) && ['coordinator', 'colleague'].includes(asker)
export const clearance: Rule = (asker) => cleared(asker, 'PROTECTED_ADDRESS')
export const others: Rule = (asker, row) => row !== asker && row !== `${asker}-kin`
export const programme: Rule = (_, row) => row !== '' && ['VETERAN', 'RELATIVE'].includes(target(row).kind) && target(row).past !== 'deleted'
/** The planted ties are to the ordinary veteran: a tie is written by whoever sees both. */
export const seesOrdinary: Rule = (asker) => reaches(asker, 'ordinary')
/** Reached by breaking the glass. */
export const byGlass: Rule = (asker, row) => row.startsWith('emergency') && reaches(asker, row)
/** And not only for some hours: the record itself, its roles and who is responsible would outlast them. */
export const lastingly = (permission: string): Rule => (asker, row) => may(asker, permission) && reaches(asker, row) && !byGlass(asker, row)
export const responsible: Rule = (asker, row) => ['caseworker', 'reader'].includes(asker) && row === 'assigned'
/** The citizen whose code is live is the ordinary veteran. */
export const citizen: Rule = (asker, row) => asker === 'citizen' && row === 'ordinary'
export const everyVisitor: Rule = (asker) => asker === 'visitor' || asker.startsWith('citizen')

export const person = (read: string, write: string): Rules => ({ select: inReach(read), insert: inReach(write), update: inReach(write), delete: inReach(write) })
export const plain = (read: string, write: string, ...shut: Base[]): Rules => ({ select: all(read), insert: all(write), update: all(write), delete: all(write), ...Object.fromEntries(shut.map((verb) => [verb, no])) })
export const open = (rules: Rules, visible: Rule = everyVisitor): Rules => ({ ...rules, select: either(rules.select ?? no, visible) })
