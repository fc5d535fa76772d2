import { expect, it } from 'vitest'
import { pageAt } from './pages'

const id = '019a0000-0000-7000-8000-000000000001'

it.each([
  ['/', '/'], ['/people', '/people'], ['/people/new', '/people/new'], [`/people/${id}`, '/people/[personId]'], [`/people/${id}/edit/relation`, '/people/[personId]/edit/relation'], [`/people/${id}/edit/name`, '/people/[personId]/edit/[section]'],
  ['/svar/ABCD-EFGH', '/svar/[code]'], [`/people/${id}/no-such-page`, null], ['/people/', null], ['/1203901234/Karen%20Hansen', null], ['', null], ['/svar/ABCD-EFGH/x/y', null],
])('%s is the page %s, and nothing of what was asked for', (address, page) => expect(pageAt(address)).toBe(page))
