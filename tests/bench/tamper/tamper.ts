import type { AnchorPlace } from '@/lib/audit/seals/anchor'
import { type Verdict, verifyLog } from '@/lib/audit/seals/verify'
import type { PrismaClient } from '@/prisma/generated/client'
import type { Random } from '@/tests/support/random'
import { edits } from './edits'

class Undo extends Error {}

/** The verdict on the log after one edit, which is then taken back. */
export async function verdictAfter(db: PrismaClient, place: AnchorPlace, name: string, random: Random): Promise<Verdict & { touched: number }> {
  let result: (Verdict & { touched: number }) | undefined
  await db.$transaction(async (tx) => {
    const touched = (await edits[name]?.(tx, random)) ?? 0
    result = { ...(await verifyLog(tx, place)), touched }
    throw new Undo()
  }, { timeout: 120_000, maxWait: 60_000 }).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error
  })
  if (!result) throw new Error('The edit was not made')
  return result
}
