import { FileRefused } from './refused'
import { LIMITS } from './limits'
import type { TableNote } from './table'
import { attribute } from './xlsx-parts'

/** Stands in a cell whose formula was saved without its result; values/clean.ts turns it into an error with a sentence. */
export const FORMULA_WITHOUT_VALUE = '#FORMULA!'

const CELL = /<(?:[^\s<>:/]+:)?c(?=[\s/>])([^<>]*)>/g
const FORMULA_ALONE = /<((?:[^\s<>:/]+:)?)c\s([^<>]*[^<>/])>\s*<(?:[^\s<>:/]+:)?f(?:\s[^<>]*)?(?:\/>|>[^<]*<\/[^<>]*f>)\s*<\/[^<>]*c>/g
const ADDRESS = /^([A-Z]{1,3})([1-9]\d{0,6})$/

/**
 * What the reader would not tell us, and what must be known before it is let loose:
 * - an address far out ('XFD1048576') makes it lay out billions of cells, so addresses are bounded first;
 * - it reads an error cell (#N/A) and a formula without a saved result as empty, and an empty cell is not an error: both become text;
 * - hidden rows, hidden columns and merged cells are told to the user, because what is read is more, or less, than what is seen.
 */
export function inspectSheet(xml: string): { xml: string; notes: TableNote[] } {
  checkAddresses(xml)
  let formulas = 0
  const filled = xml
    .replace(/(<(?:[^\s<>:/]+:)?c\s[^<>]*?)\st=(?:"e"|'e')/g, '$1 t="str"')
    .replace(FORMULA_ALONE, (_, prefix: string, attributes: string) => {
      formulas += 1
      const address = attribute(` ${attributes}`, 'r') ?? ''
      return `<${prefix}c r="${address}" t="str"><${prefix}v>${FORMULA_WITHOUT_VALUE}</${prefix}v></${prefix}c>`
    })
  return { xml: filled, notes: [...notesOf(xml), ...note('formulas-without-value', formulas)] }
}

function checkAddresses(xml: string): void {
  for (const [tag, attributes = ''] of xml.matchAll(CELL)) {
    const address = ADDRESS.exec(attribute(attributes, 'r') ?? '')
    if (!address) throw new FileRefused('xlsx-damaged')
    // A styled cell without content at the edge of the sheet is common (a whole column was coloured) and harmless.
    if (tag.endsWith('/>')) continue
    if (Number(address[2]) > LIMITS.rows + LIMITS.headerWithinRows) throw new FileRefused('too-many-rows', { limit: LIMITS.rows })
    if (columnNumber(address[1] ?? '') > LIMITS.columns) throw new FileRefused('too-many-columns', { limit: LIMITS.columns })
  }
  for (const [tag] of xml.matchAll(/<(?:[^\s<>:/]+:)?row(?=[\s/>])[^<>]*>/g)) {
    const number = attribute(tag, 'r')
    if (number !== null && !/^[1-9]\d{0,6}$/.test(number)) throw new FileRefused('xlsx-damaged')
  }
}

function notesOf(xml: string): TableNote[] {
  const merged = xml.match(/<(?:[^\s<>:/]+:)?mergeCell\s[^<>]*>/g) ?? []
  return [
    ...note('hidden-rows', countHidden(xml, 'row')),
    ...note('hidden-columns', countHidden(xml, 'col')),
    ...note('merged-cells', merged.length, { first: attribute(merged[0] ?? '', 'ref') ?? '' }),
  ]
}

function countHidden(xml: string, tag: 'row' | 'col'): number {
  return (xml.match(new RegExp(`<(?:[^\\s<>:/]+:)?${tag}\\s[^<>]*\\bhidden\\s*=\\s*["'](?:1|true)["'][^<>]*>`, 'g')) ?? []).length
}

function note(code: TableNote['code'], count: number, params: Record<string, string> = {}): TableNote[] {
  return count > 0 ? [{ code, params: { count, ...params } }] : []
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}
