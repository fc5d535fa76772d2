import 'server-only'
import { transaction } from '@/lib/platform/db'
import { attempt, documentOf } from '../document'
import type { LoadedLetter } from '../load/jobs'
import { failLetters, storeLetters } from '../store/jobs'
import type { Claim, Sending } from '../tools'

/** A finished document and the moment it was made, which is what its message is dated with. */
export type Ready = { letter: LoadedLetter; pdf: Uint8Array; createdAt: Date }

/** Makes the documents of claimed letters and files each on its person. Those that cannot be made are marked failed with the reason. */
export async function makeAndFile(sending: Sending, letters: readonly LoadedLetter[]): Promise<Ready[]> {
  const { texts, frame, tools } = sending
  const ready: Ready[] = []
  const failures: (Claim & { code: string })[] = []
  for (const letter of letters) {
    const text = texts.find((one) => one.versionId === letter.versionId)
    const made = attempt(() => documentOf(tools.renderer, letter, text!, frame))
    if (!text || !made.ok) failures.push({ ...letter, code: made.ok ? 'no-text' : made.code })
    else ready.push({ letter, pdf: made.value, createdAt: new Date() })
    // The engine holds the thread for a letter's length: let stop signals and heartbeats through between two.
    await new Promise((resolve) => setImmediate(resolve))
  }
  const stored = await transaction({ role: 'worker' }, async (tx) => {
    await failLetters(tx, failures)
    return new Set(await storeLetters(tx, ready.map(({ letter, pdf }) => ({ ...letter, pdf }))))
  }, 60_000)
  return ready.filter(({ letter }) => stored.has(letter.letterId))
}

