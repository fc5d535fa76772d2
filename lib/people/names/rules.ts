import { foldName } from './fold'

export type PersonName = { given: string; family: string }
export type NameOrder = 'given-first' | 'family-first'

/** Words that belong to the family name after them: 'Hans von Bülow' is filed under 'von Bülow'. */
const PARTICLES = new Set('af al ben bin da de del della den der di dos du el la le ten ter van von zu'.split(' '))
const ALIKE = 0.55

/** 'Anne Marie Kjær', or 'Kjær, Anne Marie' for lists in order of family name. Either part may be missing. */
export function nameInOrder(name: PersonName, order: NameOrder = 'given-first'): string {
  const given = tidyName(name.given)
  const family = tidyName(name.family)
  if (!given || !family) return given || family
  return order === 'given-first' ? `${given} ${family}` : `${family}, ${given}`
}

/** First letter of the first given name and of the family name: 'AK'. Particles do not count ('Hans von Bülow' is HB). */
export function initialsOf(name: PersonName): string {
  const family = tidyName(name.family).split(' ').find((word) => !PARTICLES.has(word.toLowerCase()))
  return [tidyName(name.given), family ?? ''].map((word) => [...word][0]?.toLocaleUpperCase('da') ?? '').join('')
}

/** Spaces made single, outer ones removed, letters composed (a Mac writes å as two characters). Case is the person's own and is kept. */
export function tidyName(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/**
 * A whole name from one column of a spreadsheet. With a comma the family name stands first; otherwise it is the last word and the
 * particles before it. `certain` is false where middle names may belong to either side, so that the import asks instead of guessing.
 */
export function splitName(text: string): PersonName & { certain: boolean } {
  const whole = tidyName(text)
  const comma = whole.indexOf(',')
  if (comma >= 0) return { family: whole.slice(0, comma).trim(), given: whole.slice(comma + 1).trim(), certain: true }
  const words = whole.split(' ')
  let start = words.length - 1
  while (start > 1 && PARTICLES.has(words[start - 1]?.toLowerCase() ?? '')) start--
  return { given: words.slice(0, start).join(' '), family: words.slice(start).join(' '), certain: words.length === 2 }
}

/** Share of letter triples two texts have in common, 0–1, counted as pg_trgm does, on folded text. */
export function nameSimilarity(left: string, right: string): number {
  const a = trigrams(foldName(left))
  const b = trigrams(foldName(right))
  const shared = [...a].filter((triple) => b.has(triple)).length
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}

/**
 * 'same': equal once folded, in any order of the words. 'close': every word of the shorter name stands in the longer one ('Hans
 * Jensen', 'Hans Peter Jensen'), or the letters are nearly the same. A hint for a person to judge; two people may share a name.
 */
export function sameNameHint(left: PersonName, right: PersonName): 'same' | 'close' | null {
  const a = wordsOf(left)
  const b = wordsOf(right)
  if (a.length === 0 || b.length === 0) return null
  if (a.join(' ') === b.join(' ')) return 'same'
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const contained = short.length > 1 && short.every((word) => long.includes(word))
  return contained || nameSimilarity(nameInOrder(left), nameInOrder(right)) >= ALIKE ? 'close' : null
}

function wordsOf(name: PersonName): string[] {
  return foldName(nameInOrder(name)).split(' ').filter(Boolean).sort()
}

function trigrams(folded: string): Set<string> {
  const found = new Set<string>()
  for (const word of folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean)) {
    const padded = [...`  ${word} `]
    for (let i = 0; i + 3 <= padded.length; i++) found.add(padded.slice(i, i + 3).join(''))
  }
  return found
}
