import { matrix, roles, type Permission, type RoleName } from '@/lib/access/matrix'

/** What a page's address needs to be tried: the canary people and rows of the demo. */
export type SampleIds = { veteran: string; user: string; run: string; talkWeek: string }

export type PageDeclaration = {
  /** The permission that opens the page; `public` ones ask for none. */
  may: Permission | 'public'
  /** An address of this route that exists. Left out where the route has no parameter. */
  path?: (ids: SampleIds) => string
  /** Where the scope is narrower than the permission: the roles that reach the sample. */
  reachedBy?: readonly RoleName[]
  /** Where the answer is not the page itself: a redirect or a file. */
  status?: number
}

const coordinatorOnly = ['VETERAN_COORDINATOR'] as const

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
  '/sign-in': { may: 'public' },
}

/** Routes that are no pages for people: answered by code of their own, tested where they are built. */
export const endpoints = ['/_not-found', '/_global-error', '/[...missing]', '/icon.svg', '/language', '/api/auth/[...nextauth]', '/api/health/live', '/api/health/ready', '/api/palette']

export function rolesOf(page: PageDeclaration): readonly RoleName[] {
  if (page.may === 'public') return roles
  if (page.reachedBy) return page.reachedBy
  return Object.keys(matrix[page.may].scopes) as RoleName[]
}

export { coordinatorOnly }
