import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparePosting, foldStreet, planPrintFiles, type PrintItem, printManifest } from './print-file'

const item = (letterId: string, postcode: string, street: string, houseNumber: string, carriesProtectedAddress = false): PrintItem => ({
  letterId, postcode, street, houseNumber, carriesProtectedAddress,
})

describe('posting order', () => {
  it('is postcode, street as spoken, number as a number', () => {
    const mixed = [
      item('7', '8960', 'Åvej', '1'),
      item('6', '8900', 'Østergade', '10'),
      item('5', '8900', 'Østergade', '9 B'),
      item('4', '8900', 'østergade', '9'),
      item('3', '8900', 'Gammel Hobrovej', '2'),
      item('2', '8900', 'Gl. Hobrovej', '1'),
      item('1', '0999', 'Zvej', '1'),
    ]
    expect(mixed.sort(comparePosting).map(({ letterId }) => letterId)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
  })

  it('folds spellings of one street and keeps different streets apart', () => {
    expect(foldStreet('Aaboulevarden')).toBe(foldStreet('Åboulevarden'))
    expect(foldStreet('Sdr. Allé')).toBe(foldStreet('sønder alle'))
    expect(foldStreet('Nr. Torv')).toBe(foldStreet('Nørre Torv'))
    expect(foldStreet('Stengade')).not.toBe(foldStreet('Store engade'))
  })

  it('does not depend on the order of arrival', () => {
    const items = Array.from({ length: 40 }, (_, index) => item(String(index), ['8900', '8960'][index % 2]!, ['Å', 'Østergade'][index % 3 ? 1 : 0]!, String(index % 5)))
    const expected = planPrintFiles(items).parts
    fc.assert(fc.property(fc.shuffledSubarray(items, { minLength: 40 }), (shuffled) => {
      expect(planPrintFiles(shuffled).parts).toEqual(expected)
    }))
  })
})

describe('print files', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => item(String(index), '8900', 'Vej', String(index), index % 100 === 7))

  it.each([0, 1, 199, 200, 202, 203, 1203])('%i letters: parts of at most 200, none lost, none twice', (count) => {
    const { parts, byHand } = planPrintFiles(many(count))
    const all = [...parts.flat(), ...byHand].map(({ letterId }) => letterId)
    expect(new Set(all).size).toBe(count)
    expect(all).toHaveLength(count)
    expect(parts.every((part) => part.length > 0 && part.length <= 200)).toBe(true)
  })

  it('a protected address never lies in one', () => {
    const { parts, byHand } = planPrintFiles(many(300))
    expect(parts.flat().some((each) => each.carriesProtectedAddress)).toBe(false)
    expect(byHand).toHaveLength(3)
  })

  it.each([0, 501, 1.5])('a part of %d letters is refused', (size) => {
    expect(() => planPrintFiles([], size)).toThrow(RangeError)
  })

  it('the list that goes with it opens right in a spreadsheet and holds ids only', () => {
    const manifest = printManifest(1, 2, [{ letterId: 'a-1', firstPage: 1, pages: 2 }, { letterId: 'b-2', firstPage: 3, pages: 1 }])
    expect(manifest).toBe('\uFEFFpart;parts;sequence;letter_id;first_page;pages\r\n1;2;1;a-1;1;2\r\n1;2;2;b-2;3;1\r\n')
  })
})
