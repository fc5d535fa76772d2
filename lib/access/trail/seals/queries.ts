import 'server-only'
import type { Actor } from '../../permissions'
import { readAs } from '../../read'
import { shortMark } from '@/lib/audit/seals/rules'

export type SealStatus = {
  /** The newest seal, or null before the first minute of an installation. */
  last: { no: number; sealedAt: Date; mark: string } | null
  seals: number
  events: number
  checks: { checkedAt: Date; seals: number; events: number; problems: number; firstProblem: string | null }[]
}

/** How far the log is sealed and what the latest nightly checks found. Three statements; no citizens. */
export function sealStatus(actor: Actor): Promise<SealStatus> {
  return readAs(actor, 'audit.read', async ({ tx, shown }) => {
    const [last] = await tx.auditSeal.findMany({ orderBy: { no: 'desc' }, take: 1 })
    const sum = await tx.auditSeal.aggregate({ _count: true, _sum: { events: true } })
    const checks = await tx.auditCheck.findMany({ orderBy: { checkedAt: 'desc' }, take: 30, omit: { id: true } })
    shown({ action: 'audit.seals-viewed' })
    return {
      last: last ? { no: Number(last.no), sealedAt: last.sealedAt, mark: shortMark(Buffer.from(last.mac).toString('hex')) } : null,
      seals: sum._count, events: sum._sum.events ?? 0, checks,
    }
  })
}
