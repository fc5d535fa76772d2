import { matrix, permissions, type Permission, programmes, type RoleName, type Scope } from '@/lib/access/matrix'
import type { Day } from '@/lib/platform/day'

export type Line = { action: string; role: RoleName; scope: Scope }

/** What the database answered as the user itself (access.seen_as): the conditions of its own policies, and what they rest on. */
export type Seen = {
  active: boolean
  lines: Line[]
  /** Whether the person's row, and changing it, and what lasts, are open: the decision. The rest says why. */
  opens: boolean
  changes: boolean
  lasting: boolean
  conflict: boolean
  shielded: boolean
  protected: boolean
  mayAddress: boolean
  mayShielded: boolean
  kinds: string[]
  assigned: { from: Day; to: Day | null } | null
  responsible: boolean
  reasonNeeded: boolean
  glass: { from: string; until: string; code: string } | null
}

/** Scopes that hold people: only these depend on who it is. */
const ofPeople: readonly Scope[] = ['programme', 'assigned']
export const aboutPeople: readonly Permission[] = permissions.filter((permission) => Object.values(matrix[permission].scopes).some((scope) => ofPeople.includes(scope as Scope)))

/** A no, by the first thing that closes it. */
export type Block = 'closed' | 'no-line' | 'conflict' | 'shielded' | 'scope' | 'clearance' | 'hidden-address' | 'glass-only'
/** Ways in: each alone would do. */
export type Way = { kind: 'programme'; role: RoleName } | { kind: 'assigned'; from: Day; to: Day | null } | { kind: 'glass'; until: string }
export type Verdict = { permission: Permission; yes: boolean; block: Block | null; lines: Line[]; proof: boolean }

/** Needs the clearance, whatever the scope. */
const CLEARED: readonly Permission[] = ['person.read.protected-address', 'protection.lift', 'letter.open']
/** What would go on opening the person after the hours of an emergency. */
const LASTING: readonly Permission[] = ['person.merge', 'assignment.manage', 'protection.lift']

export function waysIn(seen: Seen): Way[] {
  if (!seen.opens) return []
  const read = seen.lines.filter((line) => line.action === 'person.read')
  const byProgramme = read.filter((line) => line.scope === 'programme' && programmes[line.role]?.some((kind) => seen.kinds.includes(kind)))
  const byAssignment = read.some((line) => line.scope === 'assigned') && seen.responsible && seen.assigned
  return [
    ...byProgramme.map(({ role }): Way => ({ kind: 'programme', role })),
    ...(byAssignment ? [{ kind: 'assigned' as const, ...byAssignment }] : []),
    ...(seen.glass ? [{ kind: 'glass' as const, until: seen.glass.until }] : []),
  ]
}

/** Yes or no for one permission about this person, with the line of the matrix or what closes it. The database's own answers decide. */
export function verdictOf(permission: Permission, seen: Seen): Verdict {
  const lines = seen.lines.filter((line) => line.action === permission)
  const block = blockOf(permission, seen, lines)
  return { permission, yes: block === null, block, lines, proof: 'stepUp' in matrix[permission] }
}

function blockOf(permission: Permission, seen: Seen, lines: Line[]): Block | null {
  if (!seen.active) return 'closed'
  if (lines.length === 0) return 'no-line'
  if (!seen.opens) return seen.conflict ? 'conflict' : seen.shielded && !seen.mayShielded ? 'shielded' : 'scope'
  if (CLEARED.includes(permission) && !seen.mayAddress) return 'clearance'
  if (permission === 'person.read.address' && seen.protected) return 'hidden-address'
  if (LASTING.includes(permission) && !seen.lasting) return 'glass-only'
  if (permission === 'person.update' && !seen.changes) return 'glass-only'
  return null
}

/** What the user may that is about nobody in particular. */
export function otherLines(seen: Seen): Line[] {
  return seen.lines.filter((line) => !aboutPeople.includes(line.action as Permission))
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** What the address asks: a user, a person, both or none. Anything else is nothing. */
export function readAsked(address: Record<string, string | string[] | undefined>): { user: string | null; person: string | null } {
  const id = (name: string) => (typeof address[name] === 'string' && uuid.test(address[name]) ? address[name] : null)
  return { user: id('user'), person: id('person') }
}
