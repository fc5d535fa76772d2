import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { momentAt, toDay } from '@/lib/platform/day'
import { DEFAULT_TEMPLATES, templateFor } from './default-templates'
import { mergeLetter } from './merge'
import { LetterRefused, withDeclarations } from './rules'
import { sampleLetterData } from './sample'
import type { Block, LetterData } from './template'

const yearly = templateFor(DEFAULT_TEMPLATES, 'yearly-letter', 'da')!
const english = templateFor(DEFAULT_TEMPLATES, 'yearly-letter', 'en')!
const flagDay = templateFor(DEFAULT_TEMPLATES, 'flag-day', 'da')!
const recipient = (name: string): LetterData['recipient'] => ({ ...sampleLetterData().recipient, firstName: name, fullName: name })
const plain = (...blocks: Block[]) => withDeclarations({ ...yearly, blocks })
const textOf = (blocks: unknown) => JSON.stringify(blocks)
const talk = { startsAt: momentAt(toDay('2026-09-15'), 10, 30), endsAt: momentAt(toDay('2026-09-15'), 11, 15), place: 'Lokale 2.14' }

describe('merging', () => {
  it('a name is printed as it stands, whatever it holds', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((value) => /^[^\p{C}\s]+$/u.test(value))
    const tricky = fc.constantFrom('{{address}}', '{{firstName}}', '#panic("x")', '<b>$1$&</b>', '*_`@[x]', '$$', '$&')
    const template = plain({ kind: 'paragraph', text: 'Kære {{firstName}}.' })
    fc.assert(
      fc.property(fc.oneof(name, tricky), (value) => {
        const { blocks } = mergeLetter(template, sampleLetterData({ recipient: recipient(value) }))
        expect(blocks).toEqual([{ kind: 'paragraph', text: `Kære ${value.normalize('NFC')}.` }])
      }),
    )
  })

  it('direction and control characters do not reach the page', () => {
    const { windowLines } = mergeLetter(yearly, sampleLetterData({ recipient: recipient('Anna\u202Egnissæ\u0000\u001B[31m\nB') }))
    expect(windowLines[0]).toBe('Annagnissæ[31m B')
  })

  it('leaves braces alone that are no field of ours', () => {
    const { blocks } = mergeLetter(plain({ kind: 'paragraph', text: 'A {{nothing}} B' }), sampleLetterData())
    expect(blocks).toEqual([{ kind: 'paragraph', text: 'A {{nothing}} B' }])
  })

  it('refuses with every missing value, and quotes none', () => {
    const blank = sampleLetterData({ event: null, recipient: { ...recipient('Søren'), firstName: ' ' } })
    expect(() => mergeLetter(flagDay, blank)).toThrow(LetterRefused)
    expect(() => mergeLetter(flagDay, blank)).toThrow('missing-value (firstName), missing-value (eventDate), missing-value (eventTime), missing-value (eventPlace)')
  })

  it('prints a booked talk with day, clock and place, else the invitation', () => {
    expect(textOf(mergeLetter(yearly, sampleLetterData({ talk })).blocks)).toContain('tirsdag den 15. september 2026, 10.30–11.15')
    expect(textOf(mergeLetter(english, sampleLetterData({ talk })).blocks)).toContain('Tuesday')
    const open = textOf(mergeLetter(yearly, sampleLetterData()).blocks)
    expect(open).toContain('Jeg vil gerne invitere dig')
    expect(open).not.toContain('Hvornår')
  })

  it('says so when nothing is published, and lists offers in the given order otherwise', () => {
    expect(textOf(mergeLetter(yearly, sampleLetterData({ offers: [] })).blocks)).toContain('Vi er ved at samle en ny oversigt')
    const listed = mergeLetter(yearly, sampleLetterData()).blocks.find((block) => block.kind === 'offers')
    expect(listed?.kind === 'offers' && listed.offers.map(({ name }) => name)).toEqual(sampleLetterData().offers.map(({ name }) => name))
  })

  it('stands on the Danish day: a talk at half past eleven at night, on clock-change night, on 29 February', () => {
    const late = (day: string) => ({ ...talk, startsAt: momentAt(toDay(day), 23, 30), endsAt: momentAt(toDay(day), 23, 45) })
    const printed = (day: string) => textOf(mergeLetter(yearly, sampleLetterData({ talk: late(day) })).blocks)
    expect(printed('2026-10-25')).toContain('søndag den 25. oktober 2026, 23.30–23.45')
    expect(printed('2026-03-28')).toContain('lørdag den 28. marts 2026, 23.30–23.45')
    expect(printed('2028-02-29')).toContain('tirsdag den 29. februar 2028, 23.30–23.45')
  })
})

describe('addresses', () => {
  const guarded = { ...recipient('Søren'), addressProtected: true }

  it('stand in the window on paper and nowhere in Digital Post', () => {
    expect(mergeLetter(yearly, sampleLetterData()).windowLines).toEqual(['Søren Ågård Næsby', 'Østergrave 14, 2. th.', '8900 Randers C'])
    const digital = mergeLetter(yearly, sampleLetterData({ channel: 'digital' }))
    expect(textOf(digital)).not.toContain('Østergrave')
  })

  it('a protected one is marked wherever it is printed', () => {
    const prints = plain({ kind: 'paragraph', text: 'Bor du stadig på {{address}}?' })
    expect(mergeLetter(yearly, sampleLetterData({ recipient: guarded })).carriesProtectedAddress).toBe(true)
    expect(mergeLetter(yearly, sampleLetterData({ recipient: guarded, channel: 'digital' })).carriesProtectedAddress).toBe(false)
    expect(mergeLetter(prints, sampleLetterData({ recipient: guarded, channel: 'digital' })).carriesProtectedAddress).toBe(true)
  })

  it('of anybody but the recipient are refused', () => {
    expect(() => mergeLetter(yearly, sampleLetterData({ address: { personId: 'spouse', lines: ['Hemmelig Vej 1'] } }))).toThrow('address-of-other-person')
  })
})
