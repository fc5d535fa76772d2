import type { ReadLetter } from './read-back'
import { cleanLine } from './text'

/** What is about to be sent, and to whom: taken from the register at hand-over, not from the letter. */
export type Envelope = {
  letterId: string
  language: string
  fullName: string
  firstName: string
  /** Address lines that must be on the paper; none for Digital Post. */
  addressLines: readonly string[]
  replyCode: string | null
  /** Texts that must not be there: other people's protected addresses, this person's own when it goes elsewhere. */
  mustNotPrint: readonly string[]
}

export type EnvelopeProblem = {
  code: 'token-differs' | 'sheet-of-other-letter' | 'name-missing' | 'address-missing' | 'reply-code-missing' | 'forbidden-text' | 'language-differs' | 'not-tagged' | 'no-title'
}

/**
 * Does the document belong in this envelope? Asked for every letter just before hand-over: in the known cases of letters gone astray
 * the text was right and the pairing wrong. Empty = it does.
 */
export function envelopeProblems(envelope: Envelope, read: ReadLetter): EnvelopeProblem[] {
  const page = squeezed(read.text)
  const bags = new Set(wordsOf(read.text).filter((word) => RIGHT_TO_LEFT.test(word)).map(bag))
  const hasWord = (word: string) => (RIGHT_TO_LEFT.test(word) ? bags.has(bag(word)) : page.includes(squeezed(word)))
  const has = (text: string) => page.includes(squeezed(text)) || (RIGHT_TO_LEFT.test(text) && wordsOf(text).every(hasWord))
  const problems: [boolean, EnvelopeProblem['code']][] = [
    [read.token !== envelope.letterId, 'token-differs'],
    [read.sheets.some((id) => id !== envelope.letterId), 'sheet-of-other-letter'],
    [!has(envelope.fullName) || !has(envelope.firstName), 'name-missing'],
    [!envelope.addressLines.filter((line) => line.trim()).every(has), 'address-missing'],
    [envelope.replyCode !== null && !has(envelope.replyCode), 'reply-code-missing'],
    [envelope.mustNotPrint.filter((text) => text.trim()).some(has), 'forbidden-text'],
    [read.lang?.toLowerCase() !== envelope.language.toLowerCase(), 'language-differs'],
    [!read.tagged, 'not-tagged'],
    [!read.title, 'no-title'],
  ]
  return problems.flatMap(([wrong, code]) => (wrong ? [{ code }] : []))
}

/** Line breaks must not hide a name. */
function squeezed(text: string): string {
  return cleanLine(text).normalize('NFKC').replace(/[\s\u200B\u00AD]+/g, '').toLowerCase()
}

// A PDF holds these words as they stand on the line, from left to right and with joined letters: only the letters can be compared.
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

function wordsOf(text: string): string[] {
  return cleanLine(text).normalize('NFKC').split(/[\s,]+/).filter(Boolean)
}

function bag(word: string): string {
  return [...word].sort().join('')
}
