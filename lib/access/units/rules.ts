export const UNIT_KINDS = ['VETERANS', 'FAMILY', 'JOBCENTRE', 'VOLUNTEERING', 'RECEPTION', 'ADMINISTRATION', 'OTHER'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

/** Why a unit cannot be closed yet; null when it can. */
export function closingRefusal(unit: { closedOn: unknown; staff: number }): 'closed' | 'staff' | null {
  if (unit.closedOn) return 'closed'
  return unit.staff > 0 ? 'staff' : null
}

/** A code of its own for a new unit: its name without what an address cannot hold, and a number where that is taken. */
export function unitCode(name: string, taken: ReadonlySet<string>): string {
  const base = name.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa').normalize('NFD').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 30) || 'enhed'
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? base : `${base}-${number}`
    if (!taken.has(code)) return code
  }
}
