import { target } from '@/tests/probes/people'

/**
 * Who may do what, a second time and by hand: from the specification and the data officer's reading of the matrix, not from lib/access.
 * Where the product answers otherwise, one of the two is wrong.
 */
const carer = ['person.search', 'person.read', 'person.read.cpr', 'person.read.address', 'person.read.protected-address', 'protection.lift', 'person.update', 'person.read.shared', 'consent.read', 'consent.record', 'contact.read', 'contact.record', 'task.read', 'task.record', 'case.read', 'case.export', 'case.manage', 'case.receive', 'meeting.read', 'meeting.manage', 'progress.read', 'progress.record', 'plan.read', 'plan.manage', 'volunteer.tie', 'volunteer.request', 'referral.manage', 'referral.receive']
const outreach = ['outreach.read', 'outreach.plan', 'outreach.release', 'outreach.print', 'letter.open', 'outreach.record', 'outreach.figures', 'talk.manage', 'event.manage']
const coordinator = ['self', 'colleague.read', 'self.prove', 'self.password', ...carer, 'break-glass.use', 'outreach.export', 'contact.redact', 'person.create', 'person.merge', 'assignment.manage', ...outreach, 'template.read', 'template.edit', 'method.manage', 'import.run', 'offer.read', 'offer.manage', 'subject.request', 'subject.export', 'protection.read', 'retention.hold', 'breach.report', 'kit.view']
const grants: Record<string, readonly string[]> = {
  coordinator, colleague: coordinator, uncleared: coordinator, 'clearance over': coordinator, 'clearance to come': coordinator,
  caseworker: ['self', 'colleague.read', 'self.prove', 'self.password', ...carer, 'break-glass.use', 'offer.read', 'protection.read', 'breach.report'],
  reader: ['self', 'self.prove', 'self.password', 'person.read'],
  manager: ['self', 'colleague.read', 'self.prove', 'self.password', 'task.overview', 'case.overview', 'progress.overview', 'management.read', 'management.export', 'volunteer.figures', 'expense.read', 'expense.approve', 'right.give', 'processing.read', 'outreach.figures', 'offer.read', 'right.approve', 'protection.read', 'retention.read', 'retention.approve', 'access.review', 'breach.report'],
  'volunteer lead': ['self', 'colleague.read', 'self.prove', 'self.password', 'person.read.shared', 'volunteer.read', 'volunteer.manage', 'volunteer.login', 'volunteer.match', 'referral.receive', 'volunteer.setup', 'volunteer.figures', 'volunteer.export', 'expense.read', 'expense.record', 'expense.approve', 'association.read', 'association.manage', 'offer.read', 'protection.read', 'breach.report'],
  volunteer: ['self', 'self.prove', 'self.password', 'volunteer.own'],
  association: ['self', 'self.prove', 'self.password', 'association.own'],
  administrator: ['self', 'colleague.read', 'self.prove', 'self.password', 'right.give', 'user.reset', 'processing.read', 'template.read', 'template.edit', 'method.manage', 'offer.read', 'offer.manage', 'municipality.manage', 'rule.manage', 'volunteer.setup', 'user.manage', 'access.explain', 'right.approve', 'job.read', 'kit.view', 'protection.read', 'breach.report'],
  officer: ['self', 'colleague.read', 'self.prove', 'self.password', 'processing.read', 'processing.edit', 'audit.read', 'access.explain', 'audit.review', 'subject.request', 'protection.read', 'retention.read', 'retention.manage', 'retention.hold', 'access.review', 'breach.report', 'breach.manage'],
}
/** Every permission there is: one that nobody holds is still asked about. */
export const everyPermission = [...new Set(Object.values(grants).flat())].sort()

export const may = (asker: string, permission: string): boolean => grants[asker]?.includes(permission) ?? false

const asUncleared = ['clearance over', 'clearance to come']
const clearedFor: Record<string, readonly string[]> = { PROTECTED_ADDRESS: ['coordinator', 'colleague'], SHIELDED: ['colleague'] }
export const cleared = (asker: string, kind: 'PROTECTED_ADDRESS' | 'SHIELDED'): boolean => clearedFor[kind]?.includes(asker) ?? false

/** Whether the asker has to do with the person at all: responsible, or of the programme, and no core rule between them. */
export const reaches = (asker: string, person: string): boolean => {
  if (person === '') return false
  if (asker === 'reader') return person === 'assigned'
  // The two whose clearance does not hold have broken no glass.
  return asUncleared.includes(asker) ? !person.startsWith('emergency') && target(person).reachedBy.includes('uncleared') : target(person).reachedBy.includes(asker)
}
