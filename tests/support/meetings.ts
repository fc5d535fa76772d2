import type { Actor } from '@/lib/access/permissions'
import { today } from '@/lib/platform/clock'
import { addDays, dayToDb } from '@/lib/platform/day'
import type { Prisma } from '@/lib/platform/db'
import { owner } from './db'

/** A meeting of this unit in some days, with these at the table. */
export async function table(unitId: string, seats: readonly Actor[], more: Partial<Prisma.MeetingUncheckedCreateInput> = {}): Promise<string> {
  const onDay = more.onDay ?? dayToDb(addDays(today(), 6))
  const [first] = seats
  const { id } = await owner().meeting.create({ data: { unitId, seriesOn: onDay, starts: '09:00', place: 'Lokale 2', repeats: 'none', createdBy: first?.userId ?? '', ...more, onDay, participants: { create: seats.map(({ userId }) => ({ userId })) } } })
  return id
}
