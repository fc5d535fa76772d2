import { addDays, type Day, momentAt } from '@/lib/platform/day'
import type { PrismaClient } from '../generated/client'
import { offeredSlots, slotKey, TALK_MINUTES, TALK_PLACE } from './history/talks'
import { randomFor } from './random'
import type { DemoStaff as Staff } from './users'
import { beginning } from './veterans'

const WEEKS_AHEAD = 8
const WEEKS_BACK = 3

/** Times that were taken, and every time the two offer in the next eight weeks. Returns ids by slotKey. */
export async function loadSlots(db: PrismaClient, today: Day, taken: ReadonlySet<string>, staff: Staff): Promise<Map<string, string>> {
  const draw = randomFor('slots')
  const ids = new Map<string, string>()
  const rows = []
  for (const slot of offeredSlots(beginning(today), addDays(today, WEEKS_AHEAD * 7))) {
    const key = slotKey(slot)
    // Of the past, but for the last weeks, only what was used is kept: free times nobody took say nothing.
    if (slot.on < addDays(today, -WEEKS_BACK * 7) && !taken.has(key)) continue
    const [hour, minute] = slot.time.split(':').map(Number) as [number, number]
    const startsAt = momentAt(slot.on, hour, minute)
    const id = draw.uuid()
    ids.set(key, id)
    rows.push({ id, userId: staff[slot.staff], startsAt, endsAt: new Date(startsAt.getTime() + TALK_MINUTES * 60_000), place: TALK_PLACE })
  }
  await db.talkSlot.createMany({ data: rows })
  return ids
}
