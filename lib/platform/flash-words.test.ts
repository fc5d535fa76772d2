import { expect, it } from 'vitest'
import { flashOf, flashValue } from './flash-words'

it('says what was written, with the page it leads on to', () => {
  expect(flashOf(flashValue('Gemt: 100 % æøå'))).toEqual({ text: 'Gemt: 100 % æøå', link: null })
  expect(flashOf(flashValue('Gemt.', { href: '/people/1a-2/screening', label: 'Stil spørgsmålene' }))).toEqual({ text: 'Gemt.', link: { href: '/people/1a-2/screening', label: 'Stil spørgsmålene' } })
})
it.each([['another house', 'https://x.invalid'], ['another house, shortly', '//x.invalid'], ['a script', 'javascript:alert(1)'], ['a link without a name', '/people']])('%s is no link', (what, href) => expect(flashOf(flashValue('Gemt.', { href, label: what.includes('without') ? '' : 'Her' }))).toEqual({ text: 'Gemt.', link: null }))
it.each([[null], [''], ['%E0%A4%A']])('%s says nothing', (value) => expect(flashOf(value)).toBeNull())
