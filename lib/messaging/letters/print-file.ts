import { stringify } from 'csv-stringify/sync'
import type { PrintedLetter } from './render'

/** What the order in the post is made from. `postcode` is text: it may be foreign, and a leading zero is a digit. */
export type PrintItem = {
  letterId: string
  postcode: string
  street: string
  houseNumber: string
  carriesProtectedAddress: boolean
}

export type PrintPlan<T extends PrintItem> = {
  parts: T[][]
  /** Letters with a protected address never lie in a shared file: they are printed and posted one by one. */
  byHand: T[]
}

/** Letters in one print file. The engine holds a whole file in memory, some 2 MiB a letter: 150 stay well under a worker's 1 GiB. */
export const PART_SIZE = 150
/** What a bigger worker may be set to; also what is printed again when a part goes wrong. */
export const LARGEST_PART = 500

const danish = new Intl.Collator('da', { numeric: true })

/** Postcode, street as it is said (Gl. = Gammel, case and accents aside), house number as a number, then id: the same every time. */
export function comparePosting(a: PrintItem, b: PrintItem): number {
  return (
    danish.compare(a.postcode.trim(), b.postcode.trim()) ||
    danish.compare(foldStreet(a.street), foldStreet(b.street)) ||
    danish.compare(a.houseNumber.trim(), b.houseNumber.trim()) ||
    (a.letterId < b.letterId ? -1 : a.letterId > b.letterId ? 1 : 0)
  )
}

export function planPrintFiles<T extends PrintItem>(items: readonly T[], partSize = PART_SIZE): PrintPlan<T> {
  if (!Number.isInteger(partSize) || partSize < 1 || partSize > LARGEST_PART) throw new RangeError(`A print file holds 1 to ${LARGEST_PART} letters`)
  const byHand = items.filter((item) => item.carriesProtectedAddress)
  const ordered = items.filter((item) => !item.carriesProtectedAddress).sort(comparePosting)
  const parts: T[][] = []
  for (let at = 0; at < ordered.length; at += partSize) parts.push(ordered.slice(at, at + partSize))
  return { parts, byHand }
}

/**
 * The list that goes with a print file: which letter lies where. Semicolons, UTF-8 with BOM, CRLF: opens right in a Danish spreadsheet.
 * Letter ids only; names and CPR numbers have no business here.
 */
export function printManifest(part: number, parts: number, letters: readonly PrintedLetter[]): string {
  const rows = letters.map(({ letterId, firstPage, pages }, index) => [part, parts, index + 1, letterId, firstPage, pages])
  const columns = ['part', 'parts', 'sequence', 'letter_id', 'first_page', 'pages']
  return stringify([columns, ...rows], { delimiter: ';', bom: true, record_delimiter: 'windows', escape_formulas: true })
}

const SHORT: [RegExp, string][] = [
  [/\bgl\.?(?=\s|$)/g, 'gammel'],
  [/\bndr\.?(?=\s|$)/g, 'nørre'],
  [/\bnr\.?(?=\s|$)/g, 'nørre'],
  [/\bsdr\.?(?=\s|$)/g, 'sønder'],
  [/\bskt\.?(?=\s|$)/g, 'sankt'],
  [/\bst\.?(?=\s|$)/g, 'store'],
  [/\bll\.?(?=\s|$)/g, 'lille'],
]

/** Street name for ordering only: two spellings of one street must lie together. */
export function foldStreet(street: string): string {
  const lower = street.normalize('NFC').toLowerCase().replace(/aa/g, 'å').replace(/é/g, 'e')
  return SHORT.reduce((text, [short, long]) => text.replace(short, long), lower).replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
