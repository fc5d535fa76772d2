import 'server-only'
import { record } from '@/lib/audit/record'
import type { Actor } from '@/lib/access/permissions'
import { Refused } from '@/lib/access/refused'
import type { Day } from '@/lib/platform/day'
import { transactionOver } from '@/lib/platform/db'
import { askPair } from '../candidates/writes'
import { type Refusal, refusals } from './schema'

export type Chosen = { requestId: string; volunteerId: string }

/**
 * Asks each by itself, in a transaction of its own and by the write that asks one: what cannot be asked stays and says why, and holds up nobody else. In one
 * order for everybody, one after the other.
 */
export async function askEach(actor: Actor, chosen: readonly Chosen[], today: Day): Promise<{ asked: string[]; stayed: { requestId: string; why: Refusal }[] }> {
  const [asked, stayed]: [string[], { requestId: string; why: Refusal }[]] = [[], []]
  for (const { requestId, volunteerId } of chosen) {
    try {
      await transactionOver({ role: 'app', token: actor.token }, async (tx) => {
        const personId = await askPair(tx, requestId, volunteerId, today)
        await record(tx, { kind: 'CHANGE', action: 'volunteer.pair-asked', personId, details: { request: requestId, volunteer: volunteerId, plan: true } })
      })
      asked.push(requestId)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      stayed.push({ requestId, why: refusals.find((why) => error.key === `matching.error.pair.${why}`) ?? 'gone' })
    }
  }
  return { asked, stayed }
}
