import { existsSync, globSync, readFileSync } from 'node:fs'
import { matrix } from '@/lib/access/matrix'
import { queues } from '@/lib/platform/jobs/queues'
import { actions } from './actions'
import { commands, jobs } from './machines'
import { endpointPolicies, pages, publicPages } from './pages'

export type Kind = 'page' | 'endpoint' | 'action' | 'job' | 'command'
/** `policy`: what is asked for, in words. `excused`: open to everybody, and why. Neither: the entry point has no policy. */
export type EntryPoint = { kind: Kind; name: string; policy?: string; excused?: string }

const read = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T
const permission = (name: string): string | undefined => (name in matrix ? name : undefined)

/** Every way in that somebody has thought about. */
export function declaredEntryPoints(): EntryPoint[] {
  return [
    ...Object.entries(pages).map(([name, { may }]): EntryPoint => (may === 'public' ? { kind: 'page', name, excused: publicPages[name] } : { kind: 'page', name, policy: permission(may) })),
    ...Object.entries(endpointPolicies).map(([name, one]): EntryPoint => ({ kind: 'endpoint', name, ...('may' in one ? { policy: permission(one.may) } : 'asks' in one ? { policy: one.asks } : { excused: one.excused }) })),
    ...Object.entries(actions).map(([name, one]): EntryPoint => ({ kind: 'action', name, ...(typeof one === 'string' ? { policy: permission(one) } : name.endsWith(' signIn') ? { excused: one.public } : { policy: one.public }) })),
    ...Object.entries(jobs).map(([name, one]): EntryPoint => ({ kind: 'job', name, policy: 'behalf' in one ? permission(one.behalf) : 'the worker’s own login' })),
    ...Object.entries(commands).map(([name, login]): EntryPoint => ({ kind: 'command', name, policy: `login: ${login}` })),
  ]
}

type References = { node: Record<string, Reference>; edge: Record<string, Reference> }
type Reference = { filename?: string; exportedName?: string }

/** Every way in there is: pages, routes and server actions as the build has them, queues, and commands. Needs `.next`. */
export function foundEntryPoints(): EntryPoint[] {
  const routes = Object.values(read<Record<string, string>>('.next/app-path-routes-manifest.json'))
  const { node, edge } = read<References>('.next/server/server-reference-manifest.json')
  // Routes of the older kind, and rewrites, would be ways past the list.
  const older = Object.keys(read<Record<string, string>>('.next/server/pages-manifest.json')).filter((name) => !['/_app', '/_document', '/_error', '/404', '/500'].includes(name))
  const { rewrites, redirects } = read<{ rewrites: { beforeFiles: unknown[]; afterFiles: unknown[]; fallback: unknown[] } | unknown[]; redirects: { source: string; internal?: boolean }[] }>('.next/routes-manifest.json')
  const rewritten = (Array.isArray(rewrites) ? rewrites : Object.values(rewrites).flat()) as { source: string }[]
  const sorted = (names: string[]) => [...new Set(names)].sort()
  return [
    ...sorted([...routes, ...older, ...rewritten.map(({ source }) => `rewrite ${source}`), ...redirects.filter(({ internal }) => !internal).map(({ source }) => `redirect ${source}`)]).map((name): EntryPoint => ({ kind: name in pages ? 'page' : 'endpoint', name })),
    ...sorted([...Object.values(node), ...Object.values(edge)].map(({ filename = 'inline', exportedName = '?' }) => `${filename} ${exportedName}`)).map((name): EntryPoint => ({ kind: 'action', name })),
    ...Object.keys(queues).map((name): EntryPoint => ({ kind: 'job', name })),
    ...Object.keys(read<{ scripts: Record<string, string> }>('package.json').scripts).map((name): EntryPoint => ({ kind: 'command', name })),
  ]
}

export type Comparison = { found: number; undeclared: string[]; missing: string[]; withoutPolicy: string[]; excused: string[] }

/** Declared against found. All three lists must be empty; the excused are printed, so that nobody forgets them. */
export function compareEntryPoints(found = foundEntryPoints(), declared = declaredEntryPoints()): Comparison {
  const key = ({ kind, name }: EntryPoint) => `${kind} ${name}`
  const [have, said] = [new Set(found.map(key)), new Set(declared.map(key))]
  return {
    found: found.length,
    undeclared: [...have].filter((one) => !said.has(one)),
    missing: [...said].filter((one) => !have.has(one)),
    withoutPolicy: declared.filter(({ policy, excused }) => !policy && !excused).map(key),
    excused: declared.flatMap((one) => (one.excused ? [`${key(one)}: ${one.excused}`] : [])),
  }
}

/** The actions of the source with what each asks for, or `public`. Lint holds every actions file to this one shape. */
export function actionsOfSource(): Record<string, string> {
  return Object.fromEntries(globSync('lib/**/actions.ts').filter((file) => existsSync(file)).sort().flatMap((file) => {
    const parts = readFileSync(file, 'utf8').split(/^export const /m).slice(1)
    return parts.map((part) => {
      const [, name = '?', kind] = /^(\w+) = (staff|volunteer|public)Action\(/.exec(part) ?? []
      return [`${file} ${name}`, kind === 'public' ? 'public' : (/^ {2}may: '([\w.-]+)',$|[{ ]may: '([\w.-]+)'/m.exec(part)?.slice(1).find(Boolean) ?? 'nothing')] as const
    })
  }))
}
