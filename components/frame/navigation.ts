import type { Permission } from '@/lib/access/matrix'

/** The places of the staff side in order, each with the permission that shows it. `key` is the text under frame.places; `also`: rooms of the same place with another address. */
export const places: readonly { key: string; href: string; permission: Permission; also?: readonly string[] }[] = [
  { key: 'home', href: '/', permission: 'self' },
  { key: 'outreach', href: '/outreach', permission: 'outreach.read' },
  { key: 'runs', href: '/outreach/runs', permission: 'outreach.read' },
  { key: 'people', href: '/people', permission: 'person.search' },
  { key: 'caseload', href: '/caseload', permission: 'case.read' },
  { key: 'tasks', href: '/tasks', permission: 'task.read' },
  { key: 'meetings', href: '/meetings', permission: 'meeting.read' },
  { key: 'handover', href: '/handover', permission: 'case.manage' },
  { key: 'shared', href: '/shared', permission: 'person.read.shared' },
  { key: 'volunteers', href: '/volunteers', permission: 'volunteer.read' },
  { key: 'expenses', href: '/volunteers/expenses', permission: 'expense.read' },
  { key: 'associations', href: '/associations', permission: 'association.read' },
  { key: 'talks', href: '/outreach/talks', permission: 'talk.manage' },
  { key: 'events', href: '/outreach/year-wheel', permission: 'event.manage' },
  { key: 'imports', href: '/imports', permission: 'import.run' },
  { key: 'figures', href: '/reporting', permission: 'outreach.figures' },
  { key: 'management', href: '/management', permission: 'management.read' },
  { key: 'methods', href: '/admin/methods', permission: 'method.manage', also: ['/admin/scales', '/admin/topics'] },
  { key: 'offers', href: '/offers', permission: 'offer.manage' },
  { key: 'protection', href: '/protection', permission: 'protection.read' },
  { key: 'reviews', href: '/reviews', permission: 'access.review' },
  { key: 'audit', href: '/audit', permission: 'audit.read' },
  { key: 'rights', href: '/rights', permission: 'right.approve' },
  { key: 'admin', href: '/admin', permission: 'user.manage' },
]
