import type { CellProblem } from '../kind'

const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]/g
/** UTF-8 read as Windows-1252 ('SÃ¸rensen'), and the sign a program leaves where a letter was lost. */
const GARBLED = /\u00c3[\u0080-\u00bf\u2018-\u2026\u0152-\u0178\u02c6\u02dc\u2030\u2039\u203a\u20ac\u2122]|\ufffd/
/** English and Danish; the last two are put in by our own reader. */
const FORMULA_ERROR = /^#(N\/A|I\/T|(REF|REFERENCE|VALUE|VÆRDI|DIV\/0|DIVISION\/0|NULL|NUM|NUMMER|SPILL|CALC|FORMULA|DATE)!|(NAME|NAVN)\?)/i
const NOTHING = new Set(['', '-', '--', '.', 'null', 'n/a', 'na', 'ingen', 'ukendt', 'ikke oplyst', '(tom)', '#'])

/**
 * A cell as the parsers get it: hidden characters gone, NBSP and line breaks as single spaces, trimmed. What registers write for
 * nothing ('-', 'ukendt', 'NULL') is nothing. The original stays in the row for the file of bad rows.
 */
export function cleanCell(original: string): { text: string; problem?: CellProblem } {
  const visible = original.replace(/[\t\n\v\f\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g, ' ')
  const text = visible.replace(CONTROL, '').normalize('NFC').replace(/ {2,}/g, ' ').trim()
  if (NOTHING.has(text.toLowerCase())) return { text: '' }
  if (FORMULA_ERROR.test(text)) return { text: '', problem: error('formula-error', text).problem }
  if (GARBLED.test(text) || !text.isWellFormed()) return { text: '', problem: error('garbled', text.toWellFormed()).problem }
  return { text }
}

/** A short piece of a cell for a sentence about it. */
export function shown(text: string): string {
  const characters = [...text]
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : text
}

export function error(code: string, text: string, params: Record<string, string | number> = {}): { value: null; problem: CellProblem } {
  return { value: null, problem: { code, severity: 'error', params: { text: shown(text), ...params } } }
}
