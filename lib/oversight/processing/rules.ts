import type { Catalogue, DataClass } from '../catalogue/rules'

/** The parts of the product that process personal data: the schema files, each with the beginnings of the permissions that open it. */
export const AREAS: Record<string, readonly string[]> = {
  people: ['person.', 'assignment.'],
  consent: ['consent.'],
  casework: ['contact.', 'task.', 'case.', 'referral.', 'method.', 'management.'],
  meetings: ['meeting.'],
  progress: ['progress.'],
  plans: ['plan.'],
  outreach: ['outreach.', 'letter.', 'talk.', 'event.'],
  associations: ['association.'],
  volunteering: ['volunteer.', 'expense.'],
  messaging: ['template.'],
  imports: ['import.'],
  access: ['user.', 'right.', 'rights.', 'second.', 'self', 'invitation.', 'attestation.', 'access.', 'break-glass.'],
  audit: ['audit.'],
  oversight: ['protection.', 'subject.', 'retention.', 'breach.', 'processing.'],
  platform: ['job.', 'municipality.'],
}

const PERSONAL: readonly DataClass[] = ['K2', 'K3', 'K4']
export type AreaData = { area: string; classes: { dataClass: DataClass; tables: { name: string; columns: string[] }[] }[] }

/** What personal data each area holds, by class: from the schema, so that a new column is in the records the day it is made. */
export function areasOf(catalogue: Catalogue): AreaData[] {
  const areas = [...new Set([...Object.keys(AREAS), ...catalogue.tables.map((table) => table.area)])]
  return areas.map((area) => ({
    area,
    classes: PERSONAL.map((dataClass) => ({
      dataClass,
      tables: catalogue.tables.filter((table) => table.area === area).map((table) => ({ name: table.name, columns: table.columns.filter((column) => column.dataClass === dataClass && column.kind !== 'id').map((column) => column.name) })).filter((table) => table.columns.length > 0),
    })).filter((one) => one.tables.length > 0),
  })).filter((one) => one.classes.length > 0)
}

/** The roles that any permission of the area is given to. */
export function rolesOf<R extends string>(area: string, permissions: Record<string, { scopes: Partial<Record<R, unknown>> }>): R[] {
  const mine = Object.entries(permissions).filter(([name]) => name !== 'self' && (AREAS[area] ?? []).some((beginning) => name.startsWith(beginning)))
  return [...new Set(mine.flatMap(([, { scopes }]) => Object.keys(scopes) as R[]))]
}

/** Which area a kind of record that is erased belongs to. */
export function areaOfKind(kind: string, catalogue: Catalogue): string | null {
  return catalogue.tables.find((table) => table.name === kind)?.area ?? null
}
