import { expect, it } from 'vitest'
import { walkFrom } from './list-memory'

const kept = JSON.stringify({ href: '/caseload?queue=silent', label: 'Ingen kontakt', rows: ['/people/a/contacts', '/people/b/contacts', '/people/c/contacts'] })

it('any page of a row knows the one after it', () => {
  expect(walkFrom(kept, '/people/b/tasks?open=1')).toEqual({ href: '/caseload?queue=silent', label: 'Ingen kontakt', nth: 2, of: 3, next: '/people/c/contacts' })
  expect(walkFrom(kept, '/people/c')?.next).toBeNull()
})

it('a page that is in no list has no way on', () => {
  expect([walkFrom(kept, '/people/x'), walkFrom(null, '/people/a'), walkFrom(kept, '/people')]).toEqual([null, null, null])
})
