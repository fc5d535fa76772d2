import { closedReason, type ClosedReason, type ClosingDay } from '@/lib/deadlines/holidays'
import { addDays, type Day, isoWeekday, momentAt, startOfDay } from '@/lib/platform/day'

export type SlotPlan = { from: Day; hour: number; minute: number; /** Minutes. */ length: number; /** Minutes between one and the next. */ pause: number; perDay: number; weeks: number }
export type PlannedSlot = { startsAt: Date; endsAt: Date }
export type PlannedSlots = { slots: PlannedSlot[]; skipped: { day: Day; reason: ClosedReason }[] }

/**
 * The times of a plan: `perDay` one after another, the same weekday for `weeks` weeks. Days when the municipality is closed are left out and
 * named. The clock stays the same across a clock change; the moment in UTC moves.
 */
export function planSlots(plan: SlotPlan, closingDays: readonly ClosingDay[]): PlannedSlots {
  const slots: PlannedSlot[] = []
  const skipped: PlannedSlots['skipped'] = []
  for (let week = 0; week < plan.weeks; week++) {
    const day = addDays(plan.from, week * 7)
    const reason = closedReason(day, closingDays)
    if (reason) skipped.push({ day, reason })
    else for (let index = 0; index < plan.perDay; index++) slots.push(slotAt(day, plan, index))
  }
  return { slots, skipped }
}

function slotAt(day: Day, plan: SlotPlan, index: number): PlannedSlot {
  const start = plan.hour * 60 + plan.minute + index * (plan.length + plan.pause)
  return { startsAt: momentAt(day, Math.floor(start / 60), start % 60), endsAt: momentAt(day, Math.floor((start + plan.length) / 60), (start + plan.length) % 60) }
}

/** A plan that runs past midnight is a mistyped one. */
export function endsTooLate({ hour, minute, length, pause, perDay }: SlotPlan): boolean {
  return hour * 60 + minute + perDay * length + (perDay - 1) * pause > 22 * 60
}

export function mondayOf(day: Day): Day {
  return addDays(day, 1 - isoWeekday(day))
}

/** The moments a week lies between, in Danish time: 167 or 169 hours in the weeks the clocks change. */
export function weekSpan(monday: Day): { from: Date; to: Date } {
  return { from: startOfDay(monday), to: startOfDay(addDays(monday, 7)) }
}

export const cancelReasons = ['citizen', 'illness', 'staff', 'other'] as const
export type CancelReason = (typeof cancelReasons)[number]

export type TalkState = 'free' | 'closed' | 'booked' | 'held' | 'no-show' | 'over'

/** What a time is now. `over`: booked, past, and nobody has said how it went. */
export function talkStateOf(slot: { endsAt: Date; closedAt: Date | null; talkId: string | null; heldAt: Date | null; noShowAt: Date | null }, now: Date): TalkState {
  if (!slot.talkId) return slot.closedAt ? 'closed' : 'free'
  if (slot.heldAt) return 'held'
  if (slot.noShowAt) return 'no-show'
  return slot.endsAt <= now ? 'over' : 'booked'
}
