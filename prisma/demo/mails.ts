import { randomUUID } from 'node:crypto'
import { type Day, momentAt, addDays } from '@/lib/platform/day'
import type { PrismaClient } from '../generated/client'

const FAILURES = [{ state: 'UNCERTAIN', errorCode: 'econnreset', days: 1 }, { state: 'FAILED', errorCode: 'smtp-550', days: 3 }] as const

/** Two confirmations that did not get through: one whose line was cut, one to an address that is gone. Somebody has to settle them. */
export async function loadMails(db: PrismaClient, today: Day): Promise<void> {
  const addresses = await db.contactPoint.findMany({
    where: { kind: 'EMAIL', allowed: true, toDay: null, person: { protection: 'P0', diedOn: null, movedAwayOn: null, roles: { some: { kind: 'VETERAN', toDay: null } } } },
    orderBy: { value: 'asc' }, take: FAILURES.length, select: { personId: true, value: true },
  })
  await db.outboxMessage.createMany({
    data: addresses.flatMap(({ personId, value }, at) => {
      const failure = FAILURES[at]
      if (!failure) return []
      const { days, ...rest } = failure
      return [{ ...rest, idempotencyKey: randomUUID(), channel: 'EMAIL', personId, recipient: value, subject: 'Bekræftelse på din aftale', body: 'Hej\n\nTak for dit svar. Din tid er noteret, og du er velkommen til at tage en bisidder med.\n\nVenlig hilsen\nVeterankoordinatoren', attempts: 1, createdAt: momentAt(addDays(today, -days), 14) }]
    }),
  })
}
