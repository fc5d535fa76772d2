import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AnchorPlace, anchorFolder } from '@/lib/audit/seals/anchor'
import { sealLog } from '@/lib/audit/seals/jobs'
import type { PrismaClient } from '@/prisma/generated/client'
import type { Random } from '@/tests/support/random'

const KINDS = ['VIEW', 'LIST', 'CHANGE', 'DISCLOSURE', 'DENIED', 'MACHINE'] as const
const HOURS = 3_600_000

/** A sealed log: every six hours a batch of events and the seal over it, as the job makes it. The copies go to a folder of their own. */
export async function sealedLog(db: PrismaClient, random: Random, { batches, events }: { batches: number; events: number }): Promise<AnchorPlace> {
  const place = anchorFolder(mkdtempSync(join(tmpdir(), 'indgang-anchor-')))
  const begin = Date.parse('2026-03-27T22:30:00Z')
  const people = Array.from({ length: 60 }, () => randomUUID())
  const users = Array.from({ length: 8 }, () => randomUUID())
  for (let batch = 0; batch < batches; batch++) {
    const at = new Date(begin + batch * 6 * HOURS)
    const rows = Array.from({ length: events }, () => ({
      id: randomUUID(), at: new Date(at.getTime() - random.int(280_000)), kind: random.pick(KINDS), action: random.pick(['person.viewed', 'outreach.list', 'run.released', 'reply.list']),
      actorUserId: random.chance(0.9) ? random.pick(users) : null, role: 'VETERAN_COORDINATOR', purpose: random.chance(0.2) ? 'Borgeren ringede' : null,
      personId: random.chance(0.6) ? random.pick(people) : null, details: random.chance(0.5) ? { rows: random.int(50) } : undefined,
    }))
    await db.auditEvent.createMany({ data: rows })
    await db.auditSubject.createMany({ data: rows.filter((row) => !row.personId).flatMap((row) => [...new Set([random.pick(people), random.pick(people), random.pick(people)])].map((personId) => ({ eventId: row.id, personId }))) })
    await sealLog(() => place, () => at)(null, new AbortController().signal)
  }
  return place
}
