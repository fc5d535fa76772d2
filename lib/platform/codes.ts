/** The letters of a code, without digits: fields of forms are named after some. */
const letters = 'abcdefghijklmnopqrstuvwxyz'

/**
 * A code of its own for something the municipality names: what of the name can stand in one (else `otherwise`), and letters made from `random` (bytes), so that
 * two of one name, and one that was retired, are never the same. At most 31 characters.
 */
export function codeOf(name: string, otherwise: string, random: Uint8Array = crypto.getRandomValues(new Uint8Array(8))): string {
  const spelt = name.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa').normalize('NFD').replace(/[^a-z]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 20).replace(/-+$/, '')
  return `${spelt || otherwise}-${[...random].slice(0, 8).map((byte) => letters[byte % letters.length]).join('')}`
}
