import { existsSync, readFileSync } from 'node:fs'
import type { Permission } from '@/lib/access/matrix'
import { can } from '@/lib/access/permissions'
import { endpointPolicies, endpoints, type PageDeclaration, pages } from '@/tests/access/pages'
import { choices, choicesOf, type Kind, kindOfParameter } from './kinds'
import type { Subject } from './people'

export type Route = { path: string; parameters: { name: string; kind: Kind | null }[]; page: PageDeclaration | null; source: string; queries: Record<string, Kind> }

/**
 * Ids that stand behind the question mark. A page that reads its address and is not here stops the probes: `{}` where it reads no id.
 * '/audit' and '/admin/access' take any person's id by right: who was looked up, and who may look, is the very question there.
 */
const queries: Record<string, Record<string, Kind>> = {
  '/tilbud': {}, '/volunteers': {}, '/volunteers/matches': {}, '/volunteers/waiting': {}, '/volunteers/expenses': {}, '/volunteers/figures/rows': {}, '/volunteers/celebrations': {}, '/volunteers/celebrations/export': {}, '/volunteers/courses': {}, '/people/[personId]/waiting/new': { wish: 'volunteer' }, '/volunteers/requests/[requestId]': { a: 'volunteer', b: 'volunteer' }, '/volunteers/plan': { asked: 'waiting' }, '/associations': {}, '/handover/absence': { user: 'user' }, '/handover/[userId]': { all: 'user', pick: 'case_file' }, '/contacts/new': { s: 'search', person: 'person', draft: 'contact_draft' }, '/imports': {}, '/imports/[batchId]': {}, '/imports/[batchId]/bad-rows': {}, '/outreach/replies': {}, '/outreach/talks': {}, '/outreach/year-wheel': {}, '/outreach/year-wheel/new': {}, '/language': {}, '/sign-in': {}, '/audit': {}, '/admin': { unit: 'unit' }, '/admin/jobs': {}, '/rights': {}, '/prove': {}, '/people/[personId]/reason': {}, '/people/[personId]/contacts': { draft: 'contact_draft', logged: 'contact', open: 'contact' }, '/audit/unusual': {}, '/protection/breaches/new': {}, '/sign-in/code': {}, '/sign-in/forgot': {}, '/sign-in/link': {}, '/sign-in/setup': {}, '/protection/requests/[request]/file': {},
  '/people/[personId]/progress': { done: 'progress_measurement' }, '/people/[personId]/progress/report': {}, '/people/[personId]/contacts/report': {}, '/people/[personId]/contacts/report/file': { entry: 'contact' },
  '/caseload/export': {}, '/caseload': { open: 'person', last: 'person', view: 'case_view', undo: 'case_view' },
  '/people/[personId]/tasks': { open: 'task', done: 'task', changed: 'task', after: 'task', contact: 'contact' }, '/tasks': { open: 'task', done: 'task', changed: 'task', after: 'task' },
  '/management': {}, '/management/rows': { who: 'user' }, '/management/export': {},
  '/people/[personId]/plan': { open: 'plan_goal', changed: 'plan_goal' }, '/people/[personId]/plan/print': {}, '/people/[personId]/consents/new': { unit: 'unit' }, '/people/[personId]/referrals/new': {},
  '/audit/report': { person: 'looked up' }, '/audit/report/address': { person: 'looked up' }, '/admin/access': { user: 'user', person: 'explained' }, '/audit/report/file': { person: 'looked up' },
  '/': { undo: 'attempt', done: 'task' }, '/outreach': { open: 'person', last: 'person', undo: 'attempt', responsible: 'user' }, '/outreach/export': { responsible: 'user' }, '/outreach/runs/[runId]': {}, '/outreach/talks/book': { person: 'person' },
  '/protection/retention/rules/[kind]': {}, '/outreach/year-wheel/[event]': {}, '/people/[personId]/edit/[section]': { row: 'deployment' }, '/people/[personId]/edit/relation': { s: 'search' }, '/people/[personId]/history': {}, '/people/[personId]': { s: 'search' },
  '/people/[personId]/timeline': {}, '/people/unassigned': {}, '/people/duplicates': { person: 'person' }, '/people/new': { s: 'search', relativeOf: 'person' }, '/people': { s: 'search', last: 'person' },
}

/** Every route of the build with what its address holds, from the build itself and from tests/access/pages.ts. */
export function builtRoutes(): Route[] {
  const manifest = JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')) as Record<string, string>
  return Object.entries(manifest).filter(([, path]) => !path.startsWith('/_')).map(([file, path]) => {
    const page = pages[path] ?? null
    if (!page && !endpoints.includes(path)) throw new Error(`The route ${path} is in no list of tests/access/pages.ts`)
    const source = ['.tsx', '.ts'].map((ending) => `app${file}${ending}`).find((one) => existsSync(one)) ?? ''
    const reads = source !== '' && /searchParams/.test(readFileSync(source, 'utf8'))
    if (reads && !queries[path]) throw new Error(`${source} reads its address. Say in tests/probes/routes.ts which ids it takes from there`)
    const parameters = [...path.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name = '']) => ({ name, kind: kindOfParameter(path, name) }))
    return { path, parameters, page, source, queries: queries[path] ?? {} }
  })
}

/** Whether the subject may open the route at all. Endpoints answer for themselves: nobody counts as permitted but by what they hold. */
export function permitted(route: Route, subject: Subject): boolean {
  if (route.path.startsWith('/svar/') || route.page?.may === 'public') return true
  const may = permissionOf(route)
  return may !== undefined && can({ roles: [...subject.roles] }, may)
}

/** Whatever an address asks for, one id or several behind each other: where only its shape is read. */
export const anyIds = new Proxy({}, { get: () => ['undefined', 'undefined', 'undefined'] }) as never

/** What an address must say besides ids, as tests/access/pages.ts has it: a file is not made without a purpose. Null where it asks for an id, or for nothing. */
export function spokenQuery({ page }: Route): string | null {
  const [, query] = /(\?.*)$/.exec(page?.path?.(anyIds) ?? '') ?? []
  return query && !query.includes('=undefined') ? query : null
}

/** The permission that opens the route; none where it is public or asks for something else. */
export function permissionOf({ path, page }: Route): Permission | undefined {
  if (page) return page.may === 'public' ? undefined : page.may
  const policy = endpointPolicies[path]
  return policy && 'may' in policy ? policy.may : undefined
}

/** The palette takes words in a body alone. */
export function answersGet({ source }: Route): boolean {
  return !source.endsWith('route.ts') || /export (async )?function GET|export const GET|GET \}/.test(readFileSync(source, 'utf8'))
}

/** The address with these values; every choice of a parameter that names no row is an address of its own. */
export function addresses(route: Route, values: Record<string, string>, query = ''): string[] {
  const open = route.parameters.filter(({ name }) => name in choices)
  const sets = open.reduce<Record<string, string>[]>((all, { name }) => all.flatMap((one) => choicesOf(route.path, name).map((value) => ({ ...one, [name]: value }))), [{}])
  return sets.map((chosen) => route.path.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => values[name] ?? chosen[name] ?? 'intet') + query)
}
