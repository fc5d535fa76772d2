import { matrix, roles, type Permission, type RoleName } from '@/lib/access/matrix'

/** What a page's address needs to be tried: the canary people and rows of the demo. */
export type SampleIds = { veteran: string; user: string; run: string; slot: string; letter: string; letterOf: string }

/** Pages of these roles are in scope of nobody else by assignment: the samples are assigned to no caseworker. */
const coordinatorOnly = ['VETERAN_COORDINATOR'] as const

export type PageDeclaration = {
  /** The permission that opens the page; `public` ones ask for none. */
  may: Permission | 'public'
  /** An address of this route that exists. Left out where the route has no parameter. */
  path?: (ids: SampleIds) => string
  /** Where the scope is narrower than the permission: the roles that reach the sample. */
  reachedBy?: readonly RoleName[]
  /** Where the answer is a file and not a page: its type. */
  file?: string
}

/** Every route of the product and who may open it. A route that is not here stops the tests. */
export const pages: Record<string, PageDeclaration> = {
  '/': { may: 'self' },
  '/account': { may: 'self' },
  '/admin': { may: 'user.manage' },
  '/admin/jobs': { may: 'job.read' },
  '/admin/kit': { may: 'kit.view' },
  '/admin/municipality': { may: 'municipality.manage' },
  '/admin/rules': { may: 'rule.manage' },
  '/admin/rules/[code]': { may: 'rule.manage', path: () => '/admin/rules/yearly-letter' },
  '/admin/users/[userId]': { may: 'user.manage', path: ({ user }) => `/admin/users/${user}` },
  '/audit': { may: 'audit.read' },
  '/outreach': { may: 'outreach.read' },
  '/outreach/replies': { may: 'outreach.read' },
  '/outreach/talks': { may: 'talk.manage' },
  '/outreach/talks/book': { may: 'talk.manage', path: ({ slot }) => `/outreach/talks/book?slot=${slot}` },
  '/outreach/talks/new': { may: 'talk.manage' },
  '/people': { may: 'person.search' },
  '/people/[personId]': { may: 'person.read', path: ({ veteran }) => `/people/${veteran}`, reachedBy: coordinatorOnly },
  '/people/[personId]/data': { may: 'person.read', path: ({ veteran }) => `/people/${veteran}/data`, reachedBy: coordinatorOnly },
  '/people/[personId]/history': { may: 'person.read', path: ({ veteran }) => `/people/${veteran}/history`, reachedBy: coordinatorOnly },
  '/people/[personId]/letters/[letterId]': { may: 'outreach.read', path: ({ letterOf, letter }) => `/people/${letterOf}/letters/${letter}`, file: 'application/pdf' },
  '/people/[personId]/timeline': { may: 'person.read', path: ({ veteran }) => `/people/${veteran}/timeline`, reachedBy: coordinatorOnly },
  '/sign-in': { may: 'public' },
  '/svar': { may: 'public' },
  '/svar/lukket': { may: 'public' },
}

/** Routes that are no pages for people: answered by code of their own, tested where they are built. */
export const endpoints = ['/_not-found', '/_global-error', '/[...missing]', '/icon.svg', '/language', '/api/auth/[...nextauth]', '/api/health/live', '/api/health/ready', '/api/palette', '/api/calendar/[token]',
  // Opened by a personal code: tests/e2e/reply.*.test.ts
  '/svar/[code]', '/svar/[code]/aldrig', '/svar/[code]/andet', '/svar/[code]/kvittering', '/svar/[code]/aftale.ics']

export function rolesOf(page: PageDeclaration): readonly RoleName[] {
  if (page.may === 'public') return roles
  if (page.reachedBy) return page.reachedBy
  return Object.keys(matrix[page.may].scopes) as RoleName[]
}
