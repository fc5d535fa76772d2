import 'server-only'
import type { FormState } from '@/lib/platform/form-state'
import type { Tx } from '@/lib/platform/db'

type Values = Record<string, string | string[]>
type Translate = (key: string) => string

/** What was written would tell where somebody lives in protection. The form comes back as it was typed; nobody may save it anyway (ADR 0037). */
export class AddressTold extends Error {
  override name = 'AddressTold'
  /** `worn`: refused so often in a day that nothing with a number is let through any more. */
  constructor(readonly people: readonly string[], readonly fields: readonly string[], readonly worn: boolean) {
    super('a protected address in a text')
  }

  state(values: Values, t: Translate): FormState {
    const text = t(this.worn ? 'access.words.worn' : 'access.words.address')
    return { fields: Object.fromEntries(this.fields.map((name) => [name, [text]])), values }
  }
}

const id = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
/** What was written in words, by field. Ids, days and codes of one short word are none. */
export function wordsOf(values: Values): { field: string; text: string }[] {
  return Object.entries(values).flatMap(([field, value]) => [value].flat().filter((text) => text.length > 5 && /\p{L}{2}/u.test(text) && !id.test(text)).map((text) => ({ field, text })))
}

/**
 * Throws AddressTold where one of the texts tells the protected address of somebody they are about, or of whoever is registered as close to them.
 * Asked last of all: who would guess must have an entry that could be saved, and a guess that is wrong stands in the record under their name.
 */
export async function refuseAddresses(tx: Tx, about: readonly string[], values: Values): Promise<void> {
  const words = wordsOf(values)
  if (about.length === 0 || words.length === 0) return
  const [found] = await tx.$queryRaw<{ told: { at: number[]; worn: boolean } }[]>`/* keep:tells-address */ SELECT access.tells_address(${[...about]}::uuid[], ${words.map(({ text }) => text)}::text[]) AS told`
  if (!found) throw new Error('The database did not say')
  if (found.told.at.length > 0) throw new AddressTold(about, [...new Set(found.told.at.map((at) => words[at]?.field ?? 'form'))], found.told.worn)
}
