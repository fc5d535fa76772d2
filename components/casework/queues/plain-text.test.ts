import { createElement, Fragment } from 'react'
import { expect, it } from 'vitest'
import { plainText } from './plain-text'

const Sign = () => createElement('i', null, 'sign')

it.each([
  ['nothing', null, ''], ['what was left out', false, ''], ['a number', 0, '0'],
  ['parts in their order', createElement('span', null, '12. november: ', 'Ring', createElement(Fragment, null, ' til hende')), '12. november: Ring til hende'],
  ['a line of its own', createElement('span', null, 'Modul 2', createElement('span', { className: 'block text-muted' }, 'af 5')), 'Modul 2 af 5'],
  ['an icon', createElement('a', { href: '/x' }, createElement(Sign), 3), '3'],
])('%s', (_, node, expected) => expect(plainText(node)).toBe(expected))
