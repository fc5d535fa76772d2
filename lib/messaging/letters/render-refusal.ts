import { LetterRefused } from './rules'

const UNPRINTABLE = /the text `\\*"(.+?)\\*"` could not be displayed/g

export type RenderProblem =
  /** Characters no font here has, for the person who has to write the name another way. */
  | { code: 'unprintable-text'; characters: string }
  | { code: 'address-does-not-fit' }
  | { code: 'render-failed' }

/** The engine's own message quotes the letter's text, so it is read here and goes no further. */
export function refusalFrom(cause: unknown): LetterRefused {
  if (cause instanceof LetterRefused) return cause
  return new LetterRefused([problemFrom(wordsOf(cause))])
}

/** A failing page puts its words in `code` and leaves the message empty; a failing export uses the message. */
function wordsOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  return `${cause.message} ${'code' in cause ? String(cause.code) : ''}`
}

function problemFrom(message: string): RenderProblem {
  if (message.includes('address-does-not-fit')) return { code: 'address-does-not-fit' }
  const characters = [...new Set([...message.matchAll(UNPRINTABLE)].flatMap((match) => [...unescaped(match[1] ?? '')]))].join('')
  return characters ? { code: 'unprintable-text', characters } : { code: 'render-failed' }
}

/** What has no shape (a joiner of smileys) the engine writes as its number. */
function unescaped(text: string): string {
  return text.replace(/\\+u\{([0-9a-f]{1,6})\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
}
