export const UNIT_KINDS = ['VETERANS', 'FAMILY', 'JOBCENTRE', 'VOLUNTEERING', 'RECEPTION', 'ADMINISTRATION', 'OTHER'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

/** `citizens`: people whose role stands in the unit. `cases`: those that are not closed, `unclaimed` of them nobody’s. `offered`: of other units, waiting for this one. `consents`: live ones that name it; they open nothing once it is closed. */
export type UnitTies = { citizens: number; cases: number; unclaimed: number; offered: number; consents: number }

/** Why a unit cannot be closed yet; null when it can. `told`: whoever closes it has seen that consents end with it. */
export function closingRefusal(unit: { closedOn: unknown; staff: number } & UnitTies, told = false): 'closed' | 'cases' | 'staff' | 'citizens' | 'consents' | null {
  if (unit.closedOn) return 'closed'
  // Before who works there: they are the ones who give the cases on.
  if (unit.cases + unit.offered > 0) return 'cases'
  if (unit.staff > 0) return 'staff'
  if (unit.citizens > 0) return 'citizens'
  return unit.consents > 0 && !told ? 'consents' : null
}

/** A code of its own for a new unit: its name without what an address cannot hold, and a number where that is taken. */
export function unitCode(name: string, taken: ReadonlySet<string>): string {
  const base = name.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa').normalize('NFD').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 30) || 'enhed'
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? base : `${base}-${number}`
    if (!taken.has(code)) return code
  }
}
