/** The letters of a code, without digits: a note's field is named after it. */
const letters = 'abcdefghijklmnopqrstuvwxyz'

/**
 * A code of its own for a new topic: what of its name can stand in one, and letters made from `random` (bytes), so that two topics of one name, and one that
 * was retired, are never the same. At most 31 characters.
 */
export function topicCode(name: string, random: Uint8Array): string {
  const spelt = name.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa').normalize('NFD').replace(/[^a-z]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 20).replace(/-+$/, '')
  return `${spelt || 'emne'}-${[...random].slice(0, 8).map((byte) => letters[byte % letters.length]).join('')}`
}
