import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { actions } from '../access/actions'
import { actionsOfSource, compareEntryPoints, declaredEntryPoints, type EntryPoint } from '../access/entry-points'

describe('ways in', () => {
  it('of the kind server action are declared in tests/access/actions.ts with what they ask for', () => {
    expect(actionsOfSource()).toEqual(Object.fromEntries(Object.entries(actions).map(([name, policy]) => [name, typeof policy === 'string' ? policy : 'public'])))
  })

  it('of the kind server action are called by their own name, which no other has', () => {
    const called = globSync('lib/**/actions.ts').flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^export const (\w+) = \w+Action\(\{\s+name: '(\w+)'/gm)].map(([, own = '', name = '']) => ({ own, name })))
    expect(called.length).toBe(Object.keys(actions).length)
    expect(called.filter(({ own, name }) => own !== name)).toEqual([])
    expect(new Set(called.map(({ name }) => name)).size).toBe(called.length)
  })

  it('each have a policy or a reason to have none', () => {
    expect(compareEntryPoints([]).withoutPolicy).toEqual([])
  })

  it('that nobody declared, that are gone, or that ask for nothing are each found', () => {
    const declared = declaredEntryPoints()
    const open: EntryPoint = { kind: 'action', name: 'lib/people/actions.ts removeEverybody' }
    expect(compareEntryPoints([...declared, open], declared).undeclared).toEqual(['action lib/people/actions.ts removeEverybody'])
    expect(compareEntryPoints(declared.slice(1), declared).missing).toEqual([`${declared[0]?.kind} ${declared[0]?.name}`])
    expect(compareEntryPoints(declared, [...declared, open]).withoutPolicy).toEqual(['action lib/people/actions.ts removeEverybody'])
  })
})
