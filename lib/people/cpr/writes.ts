import 'server-only'
import { Refused, SearchRefused } from '@/lib/access/refused'
import { blindIndex, seal } from '@/lib/platform/crypto/sealed'
import type { Tx } from '@/lib/platform/db'
import { readCpr } from './rules'
import { cprProblem } from './schema'

/**
 * Gives the person this number (ten digits, hyphen or not), or takes the number away when the text is empty. The former stays in the
 * history, masked, by a trigger. A number that somebody else has is refused, also where that record is not the reader's to see: nobody is
 * registered twice. That it was tried, and whose it is, stays in the log.
 */
export async function writeCpr(tx: Tx, personId: string, typed: string, field = 'cpr'): Promise<void> {
  if (typed === '') {
    await tx.personCpr.deleteMany({ where: { personId } })
    return
  }
  const reading = readCpr(typed)
  if (reading.kind === 'doubtful' || reading.kind === 'invalid') {
    const problem = cprProblem(reading)
    throw new Refused(problem.key, problem.values, field)
  }
  const { digits } = reading
  // Not by catching the violation: it would end the transaction. The lock keeps two people from giving the same number at once.
  const [taken] = await tx.$queryRaw<{ taken: boolean }[]>`SELECT access.cpr_taken(${blindIndex(digits)}, ${personId}::uuid) AS taken`
  if (taken?.taken) throw new SearchRefused('people.error.cprTaken', {}, field, [], (later) => later.$queryRaw`SELECT access.note_cpr_taken(${blindIndex(digits)}, ${personId}::uuid)::text`)
  const data = { kind: reading.kind === 'cpr' ? ('CPR' as const) : ('REPLACEMENT' as const), cipher: seal(digits), keyedHash: blindIndex(digits), birthPart: digits.slice(0, 6) }
  const { count } = await tx.personCpr.updateMany({ where: { personId }, data })
  if (count === 0) await tx.personCpr.createMany({ data: [{ personId, ...data }] })
}
