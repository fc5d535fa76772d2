import { describe, expect, test } from 'vitest'
import { fold, matchPlaces, moveChoice, readGroups } from './palette-items'

const places = [
  { label: 'Henvendelser', href: '/outreach', hint: 'breve' },
  { label: 'Årshjul', href: '/wheel' },
  { label: 'Personer', href: '/people' },
]

describe('places', () => {
  test.each([
    ['aars', '/wheel'],
    ['Årsh', '/wheel'],
    ['brev', '/outreach'],
    ['henv bre', '/outreach'],
  ])('%s finds %s', (query, href) => {
    expect(matchPlaces(places, query).map((place) => place.href)).toEqual([href])
  })
  test('nothing typed shows all, nonsense none, the middle of a word none', () => {
    expect(matchPlaces(places, ' ')).toHaveLength(3)
    expect(matchPlaces(places, 'xyz')).toEqual([])
    expect(matchPlaces(places, 'endelser')).toEqual([])
  })
  test('Danish letters and accents fold', () => expect(fold('Ærø Ålborg André')).toBe('aeroe aalborg andre'))
})

test('arrows go round', () => {
  expect([moveChoice(0, 3, -1), moveChoice(2, 3, 1), moveChoice(-1, 0, 1)]).toEqual([2, 0, -1])
})

describe('an answer', () => {
  const item = { label: 'Mette', href: '/people/1' }
  test('keeps well-formed groups', () =>
    expect(readGroups({ groups: [{ label: 'Personer', items: [item] }] })).toEqual([{ label: 'Personer', items: [item] }]))
  test.each([null, {}, { groups: 'x' }, { groups: [null, { label: 1, items: [] }, { label: 'a', items: [] }] }])(
    '%j gives nothing',
    (answer) => expect(readGroups(answer)).toEqual([]),
  )
  test.each(['https://elsewhere.example', '//elsewhere.example', 'javascript:alert(1)'])('%s is not followed', (href) => {
    expect(readGroups({ groups: [{ label: 'a', items: [{ label: 'x', href }] }] })).toEqual([])
  })
})
