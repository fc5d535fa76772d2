import { describe, expect, it, test } from 'vitest'
import type { Day } from '@/lib/platform/day'
import { aboutPeople, readAsked, type Seen, verdictOf, waysIn } from './rules'

const line = (action: string, scope: 'programme' | 'assigned' = 'programme') => ({ action, role: 'VETERAN_COORDINATOR' as const, scope })
const seen = (more: Partial<Seen> = {}): Seen => ({
  active: true, lines: aboutPeople.map((permission) => line(permission)), opens: true, changes: true, lasting: true, conflict: false, shielded: false, protected: false, mayAddress: false, mayShielded: false,
  kinds: ['VETERAN'], assigned: null, responsible: false, reasonNeeded: false, glass: null, ...more,
})

test.each([
  ['person.read', {}, null],
  ['person.read', { active: false }, 'closed'],
  ['person.read', { lines: [] }, 'no-line'],
  ['person.read', { opens: false, conflict: true, shielded: true }, 'conflict'],
  ['person.read', { opens: false, shielded: true }, 'shielded'],
  ['person.read', { opens: false }, 'scope'],
  ['person.read.protected-address', { protected: true }, 'clearance'],
  ['person.read.protected-address', { protected: true, mayAddress: true }, null],
  ['person.read.address', { protected: true, mayAddress: true }, 'hidden-address'],
  ['person.update', { changes: false, lasting: false }, 'glass-only'],
  ['person.merge', { lasting: false }, 'glass-only'],
] as const)('%s with %j: %s', (permission, more, block) => {
  expect(verdictOf(permission, seen(more as unknown as Partial<Seen>))).toMatchObject({ yes: block === null, block })
})

describe('ways in', () => {
  it('are those that would do alone, and none where the person is closed', () => {
    const assigned = { from: '2026-01-01' as Day, to: null }
    expect(waysIn(seen({ assigned, responsible: true, glass: { from: '', until: 'x', code: 'duty' } }))).toEqual([{ kind: 'programme', role: 'VETERAN_COORDINATOR' }, { kind: 'glass', until: 'x' }])
    expect(waysIn(seen({ lines: [line('person.read', 'assigned')], kinds: [], assigned, responsible: true }))).toEqual([{ kind: 'assigned', ...assigned }])
    expect(waysIn(seen({ opens: false }))).toEqual([])
  })
})

it('believes ids and nothing else of the address', () => {
  const id = '0190a1b2-0000-7000-8000-0000000000aa'
  expect([readAsked({ user: id, person: 'Hansen' }), readAsked({ person: [id, id] })]).toEqual([{ user: id, person: null }, { user: null, person: null }])
})
