/** One place where an expression can be weakened: the text with that place changed. */
export type Weakened = { how: string; text: string; /** What stood there. */ part: string }

/** Keywords at which a condition ends, at its own depth. */
const stops = /^(?:AND|OR|THEN|ORDER|GROUP|LIMIT|UNION|RETURNING|LOOP|END|ELSE|WHEN|ON|FOR|JOIN|LEFT|WHERE|USING|SET|IF|AS)\b/i

type Token = { at: number; word: string; depth: number }

/** Words, operators and brackets with their depth; what stands in quotes or after `--` is one token. */
function tokens(text: string): Token[] {
  const found: Token[] = []
  let depth = 0
  for (const match of text.matchAll(/--[^\n]*|'(?:[^']|'')*'|\w+|::|<>|<=|>=|[()]|[^\s\w]/g)) {
    if (match[0] === ')') depth--
    found.push({ at: match.index, word: match[0], depth })
    if (match[0] === '(') depth++
  }
  return found
}

/**
 * Every part of an AND or OR made harmless: a condition that must hold becomes true. A part of an OR becomes false, which is a loss and not a
 * weakening, but as much a change of who may. `BETWEEN … AND` is one part.
 */
export function weakenedParts(text: string): Weakened[] {
  const all = tokens(text)
  const out: Weakened[] = []
  for (const [index, token] of all.entries()) {
    const word = token.word.toUpperCase()
    if (word !== 'AND' && word !== 'OR') continue
    if (word === 'AND' && all.slice(0, index).reverse().find((one) => one.depth === token.depth && /^(BETWEEN|AND|OR)$/i.test(one.word))?.word.toUpperCase() === 'BETWEEN') continue
    const neutral = word === 'AND' ? 'true' : 'false'
    for (const [from, to] of [left(all, index), right(all, index, text.length)]) {
      const part = text.slice(from, to).trim()
      if (part === '' || part === neutral || /^(?:true|false)$/i.test(part)) continue
      const changed = `${text.slice(0, from)} ${neutral} ${text.slice(to)}`
      if (!out.some((one) => one.text === changed)) out.push({ how: `${neutral} for ${part.replace(/\s+/g, ' ').slice(0, 90)}`, text: changed, part })
    }
  }
  return out
}

function left(all: Token[], index: number): [number, number] {
  const here = all[index] as Token
  let from = 0
  for (let at = index - 1; at >= 0; at--) {
    const one = all[at] as Token
    if (one.depth < here.depth) { from = one.at + 1; break }
    if (one.depth === here.depth && one.word !== '(' && (stops.test(one.word) || one.word === ',' || one.word === ';' || (one.word === ':' && all[at + 1]?.word === '='))) { from = one.at + one.word.length; break }
    if (one.depth === here.depth && one.word === '=' && all[at - 1]?.word === ':') { from = one.at + 1; break }
  }
  return [from, here.at]
}

function right(all: Token[], index: number, end: number): [number, number] {
  const here = all[index] as Token
  const from = here.at + here.word.length
  const stop = all.slice(index + 1).find((one) => one.depth < here.depth || (one.depth === here.depth && one.word !== '(' && one.word !== ')' && (stops.test(one.word) || one.word === ',' || one.word === ';')))
  return [from, stop?.at ?? end]
}

/** A guard of a function that no longer guards: its condition is never met. */
export function sleepingGuards(text: string): Weakened[] {
  return [...text.matchAll(/\b(IF|ELSIF) ((?:(?!\bTHEN\b)[\s\S])+?) THEN/g)].map((match) => ({
    how: `never: ${match[2]?.replace(/\s+/g, ' ').slice(0, 90)}`,
    text: `${text.slice(0, match.index)}${match[1]} false THEN${text.slice(match.index + match[0].length)}`,
    part: match[2] ?? '',
  }))
}
