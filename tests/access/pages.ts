import { matrix, roles, type Permission, type RoleName } from '@/lib/access/matrix'

/** What a page's address needs to be tried: the canary people and rows of the demo. */
export type SampleIds = { veteran: string; absence: string; user: string; unit: string; run: string; member: string; printFile: string; template: string; pair: string; offer: string; event: string; letter: string; letterOf: string; /** One whose file has been made. */ request: string; retention: string; breach: string; /** One of the list of unusual look-ups. */ unusual: string; /** Somebody a colleague is responsible for. */ colleagues: string; /** A consent that holds, and whose; and one to the caseworker’s unit. */ consent: string; consentOf: string; shared: string; /** An open case of the veteran. */ case: string; method: string; /** Of the coordinator’s unit, and coming. */ meeting: string; volunteer: string }

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
  /** Reached only from another page: asked for by itself it leads back there. */
  leadsTo?: string
}

/** Every route of the product and who may open it. A route that is not here stops the tests. */
export const pages: Record<string, PageDeclaration> = {
  '/': { may: 'self' },
  '/account': { may: 'self' },
  '/admin': { may: 'user.manage' },
  '/caseload': { may: 'case.read' },
  '/admin/access': { may: 'access.explain' },
  '/admin/clearances': { may: 'user.manage' },
  '/admin/roles': { may: 'user.manage' },
  '/admin/units': { may: 'user.manage' },
  '/admin/units/[unitId]': { may: 'user.manage', path: ({ unit }) => `/admin/units/${unit}` },
  '/admin/units/new': { may: 'municipality.manage' },
  '/admin/users': { may: 'user.manage', leadsTo: '/admin' },
  '/admin/jobs': { may: 'job.read' },
  '/admin/kit': { may: 'kit.view' },
  '/admin/municipality': { may: 'municipality.manage' },
  '/admin/rules': { may: 'rule.manage' },
  '/admin/rules/[code]': { may: 'rule.manage', path: () => '/admin/rules/yearly-letter' },
  '/admin/users/new': { may: 'user.manage' },
  '/admin/users/[userId]': { may: 'user.manage', path: ({ user }) => `/admin/users/${user}` },
  '/audit': { may: 'audit.read' },
  '/audit/report': { may: 'audit.read' },
  '/audit/report/file': { may: 'audit.read', path: ({ veteran }) => `/audit/report/file?person=${veteran}&as=pdf`, file: 'application/pdf' },
  '/audit/report/address': { may: 'audit.read', path: ({ veteran }) => `/audit/report/address?person=${veteran}` },
  '/audit/seals': { may: 'audit.read' },
  '/audit/unusual': { may: 'audit.review' },
  '/audit/unusual/[entry]': { may: 'audit.review', path: ({ unusual }) => `/audit/unusual/${unusual}` },
  '/contacts/new': { may: 'contact.record' },
  '/imports': { may: 'import.run' },
  '/offers': { may: 'offer.manage' },
  '/offers/[offer]': { may: 'offer.manage', path: ({ offer }) => `/offers/${offer}` },
  '/offers/new': { may: 'offer.manage' },
  '/outreach': { may: 'outreach.read' },
  '/outreach/letters/[letterId]': { may: 'letter.open', path: ({ letter }) => `/outreach/letters/${letter}`, file: 'application/pdf' },
  '/outreach/mails': { may: 'outreach.read' },
  '/outreach/replies': { may: 'outreach.read' },
  '/outreach/runs': { may: 'outreach.read' },
  '/outreach/runs/[runId]': { may: 'outreach.read', path: ({ run }) => `/outreach/runs/${run}` },
  '/outreach/runs/[runId]/files/[fileId]': { may: 'outreach.print', path: ({ run, printFile }) => `/outreach/runs/${run}/files/${printFile}`, file: 'application/pdf' },
  '/outreach/runs/[runId]/letters': { may: 'outreach.read', path: ({ run }) => `/outreach/runs/${run}/letters` },
  '/outreach/runs/[runId]/people/[personId]': { may: 'outreach.read', path: ({ run, member }) => `/outreach/runs/${run}/people/${member}` },
  '/outreach/runs/[runId]/people/[personId]/preview': { may: 'outreach.read', path: ({ run, member }) => `/outreach/runs/${run}/people/${member}/preview`, file: 'application/pdf' },
  '/outreach/runs/new': { may: 'outreach.plan' },
  '/outreach/export': { may: 'outreach.export', file: 'text/csv' },
  '/outreach/templates': { may: 'template.read' },
  '/outreach/templates/[versionId]': { may: 'template.read', path: ({ template }) => `/outreach/templates/${template}` },
  '/outreach/templates/preview/[versionId]': { may: 'template.read', path: ({ template }) => `/outreach/templates/preview/${template}`, file: 'application/pdf' },
  '/outreach/talks': { may: 'talk.manage' },
  '/outreach/talks/book': { may: 'outreach.record', path: ({ veteran }) => `/outreach/talks/book?person=${veteran}` },
  '/outreach/talks/new': { may: 'talk.manage' },
  '/outreach/year-wheel': { may: 'event.manage' },
  '/outreach/year-wheel/[event]': { may: 'event.manage', path: ({ event }) => `/outreach/year-wheel/${event}` },
  '/outreach/year-wheel/[event]/edit': { may: 'event.manage', path: ({ event }) => `/outreach/year-wheel/${event}/edit` },
  '/outreach/year-wheel/[event]/guests': { may: 'event.manage', path: ({ event }) => `/outreach/year-wheel/${event}/guests` },
  '/outreach/year-wheel/[event]/letters': { may: 'outreach.plan', path: ({ event }) => `/outreach/year-wheel/${event}/letters` },
  '/outreach/year-wheel/new': { may: 'event.manage' },
  '/people': { may: 'person.search' },
  '/people/[personId]': { may: 'person.read', path: ({ veteran }) => `/people/${veteran}`, reachedBy: coordinatorOnly },
  '/people/[personId]/cases': { may: 'case.read', path: ({ veteran }) => `/people/${veteran}/cases`, reachedBy: coordinatorOnly },
  '/handover': { may: 'case.manage' },
  '/handover/absence': { may: 'case.manage' },
  '/handover/brief/[absenceId]': { may: 'case.read', path: ({ absence }) => `/handover/brief/${absence}`, reachedBy: coordinatorOnly },
  '/handover/[userId]': { may: 'assignment.manage', path: ({ user }) => `/handover/${user}` },
  '/meetings': { may: 'meeting.read' },
  '/meetings/new': { may: 'meeting.manage' },
  '/meetings/[meetingId]': { may: 'meeting.read', path: ({ meeting }) => `/meetings/${meeting}`, reachedBy: coordinatorOnly },
  '/meetings/[meetingId]/edit': { may: 'meeting.manage', path: ({ meeting }) => `/meetings/${meeting}/edit`, reachedBy: coordinatorOnly },
  '/people/[personId]/cases/[caseId]/meeting': { may: 'case.manage', path: ({ veteran, case: id }) => `/people/${veteran}/cases/${id}/meeting`, reachedBy: coordinatorOnly },
  '/people/[personId]/cases/new': { may: 'case.manage', path: ({ veteran }) => `/people/${veteran}/cases/new`, reachedBy: coordinatorOnly },
  '/texts': { may: 'contact.record' },
  '/admin/scales': { may: 'method.manage' },
  '/admin/scales/new': { may: 'method.manage' },
  '/admin/scales/[scale]/edit': { may: 'method.manage', path: () => '/admin/scales/challenge/edit' },
  '/admin/topics': { may: 'method.manage' },
  '/admin/methods': { may: 'method.manage' },
  '/admin/methods/new': { may: 'method.manage' },
  '/admin/methods/[method]': { may: 'method.manage', path: ({ method }) => `/admin/methods/${method}` },
  '/admin/methods/[method]/edit': { may: 'method.manage', path: ({ method }) => `/admin/methods/${method}/edit` },
  '/people/[personId]/cases/[caseId]/method': { may: 'case.read', path: ({ veteran, case: id }) => `/people/${veteran}/cases/${id}/method`, reachedBy: coordinatorOnly },
  '/people/[personId]/cases/[caseId]/certificate': { may: 'case.manage', path: ({ veteran, case: id }) => `/people/${veteran}/cases/${id}/certificate`, reachedBy: coordinatorOnly, file: 'application/pdf' },
  '/people/[personId]/cases/[caseId]/[change]': { may: 'case.manage', path: ({ veteran, case: id }) => `/people/${veteran}/cases/${id}/hold`, reachedBy: coordinatorOnly },
  '/people/[personId]/contacts': { may: 'contact.read', path: ({ veteran }) => `/people/${veteran}/contacts`, reachedBy: coordinatorOnly },
  '/people/[personId]/contacts/report': { may: 'contact.read', path: ({ veteran }) => `/people/${veteran}/contacts/report?from=2026-01-01`, reachedBy: coordinatorOnly },
  '/people/[personId]/contacts/report/file': { may: 'contact.read', path: ({ veteran }) => `/people/${veteran}/contacts/report/file?why=citizen&from=2026-01-01`, reachedBy: coordinatorOnly, file: 'application/pdf' },
  '/people/[personId]/data': { may: 'person.read', path: ({ veteran }) => `/people/${veteran}/data`, reachedBy: coordinatorOnly },
  '/people/[personId]/edit/[section]': { may: 'person.update', path: ({ veteran }) => `/people/${veteran}/edit/person`, reachedBy: coordinatorOnly },
  '/people/[personId]/edit/relation': { may: 'person.update', path: ({ veteran }) => `/people/${veteran}/edit/relation`, reachedBy: coordinatorOnly },
  '/people/[personId]/edit/responsible': { may: 'assignment.manage', path: ({ veteran }) => `/people/${veteran}/edit/responsible` },
  '/people/[personId]/history': { may: 'person.read', path: ({ veteran }) => `/people/${veteran}/history`, reachedBy: coordinatorOnly },
  '/people/[personId]/letters/[letterId]': { may: 'letter.open', path: ({ letterOf, letter }) => `/people/${letterOf}/letters/${letter}`, file: 'application/pdf' },
  '/people/[personId]/plan': { may: 'plan.read', path: ({ veteran }) => `/people/${veteran}/plan`, reachedBy: coordinatorOnly },
  '/people/[personId]/plan/week': { may: 'plan.read', path: ({ veteran }) => `/people/${veteran}/plan/week`, reachedBy: coordinatorOnly },
  '/people/[personId]/plan/print': { may: 'plan.read', path: ({ veteran }) => `/people/${veteran}/plan/print`, reachedBy: coordinatorOnly },
  '/people/[personId]/screening': { may: 'plan.read', path: ({ veteran }) => `/people/${veteran}/screening`, reachedBy: coordinatorOnly },
  '/people/[personId]/reason': { may: 'person.read', path: ({ colleagues }) => `/people/${colleagues}/reason`, reachedBy: coordinatorOnly },
  '/people/[personId]/progress': { may: 'progress.read', path: ({ veteran }) => `/people/${veteran}/progress`, reachedBy: coordinatorOnly },
  '/people/[personId]/progress/report': { may: 'progress.read', path: ({ veteran }) => `/people/${veteran}/progress/report?why=citizen`, reachedBy: coordinatorOnly, file: 'application/pdf' },
  '/people/[personId]/tasks': { may: 'task.read', path: ({ veteran }) => `/people/${veteran}/tasks`, reachedBy: coordinatorOnly },
  '/people/[personId]/volunteer': { may: 'volunteer.tie', path: ({ veteran }) => `/people/${veteran}/volunteer`, reachedBy: coordinatorOnly },
  '/people/[personId]/timeline': { may: 'person.read', path: ({ veteran }) => `/people/${veteran}/timeline`, reachedBy: coordinatorOnly },
  '/people/[personId]/shown': { may: 'person.read.protected-address', path: ({ veteran }) => `/people/${veteran}/shown`, reachedBy: coordinatorOnly },
  '/people/unassigned': { may: 'assignment.manage' },
  '/people/protections': { may: 'person.update' },
  '/people/break-glass': { may: 'break-glass.use' },
  '/people/duplicates/[pairId]': { may: 'person.merge', path: ({ pair }) => `/people/duplicates/${pair}` },
  '/people/duplicates': { may: 'person.merge' },
  '/people/new': { may: 'person.create', leadsTo: '/people' },
  '/protection': { may: 'protection.read' },
  '/protection/breaches': { may: 'breach.manage' },
  '/protection/breaches/[breach]': { may: 'breach.manage', path: ({ breach }) => `/protection/breaches/${breach}` },
  '/protection/breaches/new': { may: 'breach.report' },
  '/protection/holds': { may: 'retention.hold' },
  '/protection/retention': { may: 'retention.read' },
  '/protection/retention/[run]': { may: 'retention.read', path: ({ retention }) => `/protection/retention/${retention}` },
  '/protection/retention/rules/[kind]': { may: 'retention.manage', path: () => '/protection/retention/rules/attempt' },
  '/protection/processing': { may: 'processing.read' },
  '/protection/processing/[area]': { may: 'processing.edit', path: () => '/protection/processing/people' },
  '/protection/requests': { may: 'subject.request' },
  '/protection/requests/[request]': { may: 'subject.request', path: ({ request }) => `/protection/requests/${request}` },
  '/protection/requests/[request]/file': { may: 'subject.export', path: ({ request }) => `/protection/requests/${request}/file?as=pdf`, file: 'application/pdf' },
  '/protection/requests/new': { may: 'subject.request' },
  '/people/[personId]/waiting': { may: 'volunteer.request', path: ({ veteran }) => `/people/${veteran}/waiting`, reachedBy: coordinatorOnly },
  '/people/[personId]/waiting/new': { may: 'volunteer.request', path: ({ veteran }) => `/people/${veteran}/waiting/new`, reachedBy: coordinatorOnly },
  '/people/[personId]/consents': { may: 'consent.read', path: ({ veteran }) => `/people/${veteran}/consents`, reachedBy: coordinatorOnly },
  '/people/[personId]/consents/new': { may: 'consent.record', path: ({ veteran }) => `/people/${veteran}/consents/new`, reachedBy: coordinatorOnly },
  '/people/[personId]/consents/[consentId]/withdraw': { may: 'consent.record', path: ({ consent, consentOf }) => `/people/${consentOf}/consents/${consent}/withdraw`, reachedBy: coordinatorOnly },
  '/shared': { may: 'person.read.shared' },
  '/shared/[consentId]': { may: 'person.read.shared', path: ({ shared }) => `/shared/${shared}`, reachedBy: ['CASEWORKER'] },
  '/management': { may: 'management.read' },
  '/management/rows': { may: 'management.read', path: () => '/management/rows?figure=deadlines&outcome=kept' },
  '/management/export': { may: 'management.export', file: 'text/csv' },
  '/progress': { may: 'progress.overview' },
  '/tasks': { may: 'task.read' },
  '/volunteers': { may: 'volunteer.read' },
  '/volunteers/waiting': { may: 'volunteer.match' },
  '/volunteers/new': { may: 'volunteer.manage' },
  '/volunteers/[volunteerId]': { may: 'volunteer.read', path: ({ volunteer }) => `/volunteers/${volunteer}` },
  '/volunteers/[volunteerId]/[change]': { may: 'volunteer.manage', path: ({ volunteer }) => `/volunteers/${volunteer}/edit` },
  '/reporting': { may: 'outreach.figures' },
  '/prove': { may: 'self' },
  '/rights': { may: 'right.approve' },
  '/reviews': { may: 'access.review' },
  '/sign-in': { may: 'public' },
  '/sign-in/forgot': { may: 'public' },
  '/frivillig': { may: 'public' },
  '/frivillig/tak': { may: 'public' },
  '/svar': { may: 'public' },
  '/svar/lukket': { may: 'public' },
  '/tilbud': { may: 'public' },
  '/tilgaengelighed': { may: 'public' },
}

/** What stands in place of a permission at a route that is no page. `excused`: open to everybody, and why that is right. */
export type EndpointPolicy = { may: Permission } | { asks: string } | { excused: string }
const letterCode: EndpointPolicy = { asks: 'the personal code of a letter, which opens one citizen’s own page: tests/e2e/reply.*.test.ts' }

/** Routes that are no pages for people: answered by code of their own, tested where they are built. */
export const endpointPolicies: Record<string, EndpointPolicy> = {
  '/_not-found': { excused: 'says that there is nothing here' },
  '/_global-error': { excused: 'says that something failed, and nothing of what' },
  '/[...missing]': { excused: 'what does not exist: the same answer as for what one may not see' },
  '/icon.svg': { excused: 'the icon' },
  '/language': { excused: 'Danish or English, kept in a cookie; leads back to this site only' },
  '/was': { excused: 'leads to the accessibility statement' },
  '/api/auth/[...nextauth]': { excused: 'signing in: nobody is known before it' },
  '/api/health/live': { excused: 'whether the process answers; says nothing else' },
  '/api/health/ready': { excused: 'whether it can serve; says no version and no reason' },
  '/api/palette': { may: 'person.search' },
  '/api/calendar/[token]': { asks: 'the secret address of one’s own calendar, which holds times and no names' },
  // The one who sent a file in and nobody else: tests/e2e/yearly-run.test.ts
  '/imports/[batchId]': { may: 'import.run' },
  '/imports/[batchId]/bad-rows': { may: 'import.run' },
  '/sign-in/code': { asks: 'a session whose password was right: leads to the sign-in page without it' },
  '/sign-in/setup': { asks: 'a session of one’s own, also a waiting one: leads to the sign-in page without it' },
  '/velkommen/[token]': { asks: 'the one-time link of an invitation, which shows its owner’s own name and address' },
  '/svar/[code]': letterCode,
  '/svar/[code]/aldrig': letterCode,
  '/svar/[code]/andet': letterCode,
  '/svar/[code]/kvittering': letterCode,
  '/svar/[code]/aftale.ics': letterCode,
}
export const endpoints = Object.keys(endpointPolicies)

/** Public pages ask for nothing because they show nothing about anybody: which, and why. */
export const publicPages: Record<string, string> = {
  '/sign-in': 'nobody is known before it',
  '/sign-in/forgot': 'asks for an address, and says the same to everybody',
  '/frivillig': 'where somebody who wants to help says so',
  '/frivillig/tak': 'says thank you, and the same to everybody',
  '/svar': 'where the code of a letter is typed in',
  '/svar/lukket': 'says that a code holds no longer',
  '/tilbud': 'the municipality’s published offers',
  '/tilgaengelighed': 'the accessibility statement the law asks for',
}

export function rolesOf(page: PageDeclaration): readonly RoleName[] {
  if (page.may === 'public') return roles
  if (page.reachedBy) return page.reachedBy
  return Object.keys(matrix[page.may].scopes) as RoleName[]
}
