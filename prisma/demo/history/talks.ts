import { isWorkingDay } from '@/lib/deadlines/working-days'
import { addDays, addMonths, type Day, isoWeekday } from '@/lib/platform/day'
import type { DemoTalk, Life, World } from './life'

/** When the two of them receive people, on the clock in Denmark. Fridays are kept free. */
const HOURS = { coordinator: ['09:00', '10:15', '13:00', '14:15'], colleague: ['09:30', '12:30', '15:00'] } as const
const WEEKDAYS = { coordinator: [1, 2, 4], colleague: [2, 3] } as const
export const TALK_MINUTES = 45
// Shown to whoever holds a letter: an address, not a house whose name tells who is invited.
export const TALK_PLACE = 'Kasernegården 4, 8900 Randers C'

export type StaffKey = keyof typeof HOURS
export type OfferedSlot = { staff: StaffKey; on: Day; time: string }

/** Every time the two offer, both days included, in order. */
export function* offeredSlots(from: Day, until: Day): Generator<OfferedSlot> {
  for (let on = from; on <= until; on = addDays(on, 1)) {
    if (!isWorkingDay(on, [])) continue
    for (const staff of ['coordinator', 'colleague'] as const)
      if (WEEKDAYS[staff].some((weekday) => weekday === isoWeekday(on))) for (const time of HOURS[staff]) yield { staff, on, time }
  }
}

/** Books the first free time on or after the day; what became of it is drawn when it has passed. */
export function bookTalk(world: World, life: Life, bookedOn: Day, wantedOn: Day): DemoTalk {
  const staff = world.draw.chance(0.65) ? 'coordinator' : 'colleague'
  const slot = firstFree(world, staff, wantedOn)
  world.takenSlots.add(slotKey(slot))
  const outcome = slot.on < world.today ? world.draw.weighted([['held', 84], ['no-show', 6], ['cancelled', 10]] as const) : 'booked'
  const talk: DemoTalk = { id: world.draw.uuid(), ...slot, bookedOn, outcome }
  life.talks.push(talk)
  return talk
}

function firstFree(world: World, staff: StaffKey, from: Day): OfferedSlot {
  for (const slot of offeredSlots(from, addMonths(from, 3))) if (slot.staff === staff && !world.takenSlots.has(slotKey(slot))) return slot
  throw new RangeError('No free time for a talk within three months')
}

export function slotKey(slot: OfferedSlot): string {
  return `${slot.staff} ${slot.on} ${slot.time}`
}
