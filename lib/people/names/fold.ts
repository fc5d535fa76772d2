/**
 * One folding of names for search, import and duplicates, so that Sørensen, Soerensen, Sörensen and Sorensen are one word, and so are
 * Aage and Åge, Christian and Kristian, Hansen and Hanssen. Folded text is a search key, never shown. The same steps are run by the
 * database on every row (foldNameSql), so each must be expressible there: translate, replace, and one collapse of doubled letters.
 */
export function foldName(text: string): string {
  let folded = translate(text.normalize('NFC')).toLowerCase()
  folded = collapse(folded)
  for (const [from, to] of REPLACEMENTS) folded = folded.replaceAll(from, to)
  return collapse(folded).replace(/^ +| +$/g, '')
}

/**
 * The SQL expression that folds `column` exactly as foldName does. Every function in it is immutable, so it can stand in a generated
 * column or an index. `column` is an identifier from our own code, never user input.
 */
export function foldNameSql(column: string): string {
  const letters = `lower(translate(normalize(${column}, NFC), ${quote(FROM + REMOVED)}, ${quote(TO)}))`
  const replaced = REPLACEMENTS.reduce((sql, [from, to]) => `replace(${sql}, ${quote(from)}, ${quote(to)})`, collapseSql(letters))
  return `btrim(${collapseSql(replaced)})`
}

/** In this order. ae/oe/aa are the old spellings of æ/ø/å, which the letters have already become a/o/a by then. */
const REPLACEMENTS: ReadonlyArray<readonly [string, string]> = [
  ['aa', 'a'], ['ae', 'a'], ['oe', 'o'], ['ue', 'u'],
  ['ph', 'f'], ['th', 't'], ['ch', 'k'], ['ck', 'k'], ['c', 'k'], ['q', 'k'], ['kj', 'k'], ['w', 'v'], ['z', 's'],
]

const SPECIAL: Record<string, string> = {
  Æ: 'a', æ: 'a', Ø: 'o', ø: 'o', Å: 'a', å: 'a', Œ: 'o', œ: 'o', ß: 's', ẞ: 's',
  Þ: 't', þ: 't', Ð: 'd', ð: 'd', Đ: 'd', đ: 'd', Ł: 'l', ł: 'l', ı: 'i',
}
const SPACED = '-‐‑‒–—―._,/\t\n\r\u00a0'
const REMOVED = "'’‘`´\""

const [FROM, TO] = letterTable()
const TABLE = new Map([...FROM].map((char, i) => [char, TO.charAt(i)]))

/** Every accented Latin letter with the plain letter under the accent, as two strings of equal length (the form SQL's translate takes). */
function letterTable(): [string, string] {
  const pairs: Array<[string, string]> = [...SPACED].map((char) => [char, ' '])
  for (const [first, last] of [[0xc0, 0x24f], [0x1e00, 0x1eff]] as const) {
    for (let code = first; code <= last; code++) {
      const char = String.fromCodePoint(code)
      const plain = SPECIAL[char] ?? char.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
      if (/^[a-z]$/.test(plain)) pairs.push([char, plain])
    }
  }
  return [pairs.map(([char]) => char).join(''), pairs.map(([, plain]) => plain).join('')]
}

function translate(text: string): string {
  return [...text].map((char) => (REMOVED.includes(char) ? '' : (TABLE.get(char) ?? char))).join('')
}

function collapse(text: string): string {
  return text.replace(/([a-z ])\1+/g, '$1')
}

function collapseSql(sql: string): string {
  return `regexp_replace(${sql}, '([a-z ])\\1+', '\\1', 'g')`
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
