import { readLetter } from '@/lib/messaging/letters/read-back'
import type { Answer } from './http'

/** All that can be read out of a file: a document's words, titles and descriptions, and its bytes. */
export async function wordsOf(bytes: Buffer): Promise<string> {
  const plain = bytes.toString('latin1')
  if (!plain.startsWith('%PDF')) return plain
  const { text, alts, title, token } = await readLetter(bytes)
  return [plain, text, ...alts, title, token].join('\n')
}

/** An answer with its headers: a name may hide in a file's name, a cookie or the address one is sent on to. */
export async function wordsOfAnswer(answer: Answer): Promise<string> {
  return `${JSON.stringify(answer.headers)}\n${await wordsOf(answer.body)}`
}
