import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export type ActionField = { name: string; required: boolean; /** Takes the id of a row. */ id: boolean; choices: string[]; kind: 'text' | 'number' }
/** `may`: its permission, or null for one that asks for none. `id`: what the browser calls it by in this build. */
export type ListedAction = { name: string; may: string | null; limit: string | null; fields: ActionField[] }
export type BuiltAction = ListedAction & { id: string; /** Routes of the pages that carry it: a form without scripts is read there alone. */ pages: string[] }

type Manifest = { node: Record<string, { filename?: string; exportedName?: string; workers: Record<string, unknown> }> }
let listed: ListedAction[] | undefined

/** Every server action of the source, with the fields its schema reads: for those that are called, and not sent to a server. */
export function sourceActions(): BuiltAction[] {
  listed ??= JSON.parse(execFileSync('node_modules/.bin/tsx', ['--conditions=react-server', 'tests/probes/list-actions.ts'], { encoding: 'utf8', maxBuffer: 2 ** 26 })) as ListedAction[]
  return listed.map((action) => ({ ...action, id: '', pages: [] }))
}

/** Every server action of the build, with the fields its schema reads. One that is in the build and not in the source, or the other way round, stops everything. */
export function builtActions(): BuiltAction[] {
  const source = sourceActions()
  const known = new Map(source.map((action) => [action.name, action]))
  const manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as Manifest
  const routes = JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')) as Record<string, string>
  const pagesOf = (workers: Record<string, unknown>) => Object.keys(workers).flatMap((worker) => routes[worker.replace(/^app/, '')] ?? [])
  const built = new Map(Object.entries(manifest.node).map(([id, { filename = '?', exportedName = '?', workers }]) => [`${filename} ${exportedName}`, { id, pages: pagesOf(workers) }]))
  const unknown = [...built.keys()].filter((name) => !known.has(name))
  // An action no page uses is not in the build.
  if (unknown.length > 0) throw new Error(`Actions of the build that no actions.ts declares: ${unknown.join(', ')}`)
  return source.flatMap((action) => {
    const found = built.get(action.name)
    return found ? [{ ...action, ...found }] : []
  })
}

type Asked = { only: readonly string[]; small: boolean; seed: number }
/** The actions a figure asks: those it was told by name, of a small one every so many-th, else all. A name there is not stops everything: it would be taken for asked. */
export function askedOf(actions: readonly BuiltAction[], { only, small, seed }: Asked, share: number): readonly BuiltAction[] {
  const named = (name: string) => actions.filter((action) => action.name.endsWith(` ${name}`))
  const unknown = only.filter((name) => named(name).length === 0)
  if (unknown.length > 0) throw new Error(`No such form: ${unknown.join(', ')}`)
  return only.length > 0 ? only.flatMap(named) : actions.filter((_, at) => !small || at % share === seed % share)
}
