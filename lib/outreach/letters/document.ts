import { mergeLetter } from '@/lib/messaging/letters/merge'
import type { LetterRenderer } from '@/lib/messaging/letters/render'
import { LetterRefused } from '@/lib/messaging/letters/rules'
import type { MergedLetter } from '@/lib/messaging/letters/template'
import { TOKEN_PREFIX } from '@/lib/messaging/letters/token'
import { MemoRefused } from '@/lib/messaging/memo/build'
import type { RunText } from '../runs/content/content'
import { type LetterFrame, letterDataOf, type LetterRow } from './compose'

export type Made<T> = { ok: true; value: T } | { ok: false; code: string }

export function mergedOf(row: LetterRow, text: RunText, frame: LetterFrame): MergedLetter {
  return mergeLetter(text.template, letterDataOf(row, text, frame))
}

/** Makes the document and checks that it is this letter's own. Throws LetterRefused. */
export function documentOf(renderer: LetterRenderer, row: LetterRow, text: RunText, frame: LetterFrame): Uint8Array {
  const pdf = renderer.renderLetter(mergedOf(row, text, frame))
  if (!carriesOnly(pdf, row.letterId)) throw new LetterRefused([{ code: 'token-differs' }])
  return pdf
}

/**
 * The engine writes the letter's id unpacked into the document's properties: every mention must be this letter's. Cheap enough for each
 * letter at each hand-over; reading the pages back is ten times slower and done in the tests.
 */
export function carriesOnly(pdf: Uint8Array, letterId: string): boolean {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const own = TOKEN_PREFIX + letterId
  let at = bytes.indexOf(TOKEN_PREFIX)
  if (at < 0) return false
  for (; at >= 0; at = bytes.indexOf(TOKEN_PREFIX, at + 1)) if (bytes.toString('latin1', at, at + own.length) !== own) return false
  return true
}

/** Turns a refusal into the code the list of failed letters shows; anything else is a fault and goes on upwards. */
export function attempt<T>(make: () => T): Made<T> {
  try {
    return { ok: true, value: make() }
  } catch (error) {
    if (error instanceof LetterRefused || error instanceof MemoRefused) return { ok: false, code: error.problems[0]?.code ?? 'refused' }
    throw error
  }
}
