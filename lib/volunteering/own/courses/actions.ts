'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { flash } from '@/lib/platform/flash'
import { ownSeatInput } from './schema'

type Said = 'done' | 'gone' | 'day' | 'already' | 'full'

/** A seat of one's own, also one given up before. Of two who take the last one the second is told so. */
export const takeOwnSeat = staffAction({
  name: 'takeOwnSeat',
  may: 'volunteer.own',
  schema: ownSeatInput,
  async run({ tx, audit }, { courseId }) {
    const [row] = await tx.$queryRaw<{ said: Said }[]>`SELECT access.take_my_seat(${courseId}::uuid) AS said`
    if (row?.said !== 'done') throw new Refused(`ownPage.error.seat.${row?.said ?? 'gone'}`)
    await audit({ action: 'volunteer.own-seat-taken', details: { course: courseId } })
    await flash((await getTranslations('ownPage.courses'))('taken'))
    return { redirectTo: '/min-side' }
  },
})

/** Until the day before: somebody else gets it. */
export const giveUpOwnSeat = staffAction({
  name: 'giveUpOwnSeat',
  may: 'volunteer.own',
  schema: ownSeatInput,
  async run({ tx, audit }, { courseId }) {
    const [row] = await tx.$queryRaw<{ said: Exclude<Said, 'already' | 'full'> }[]>`SELECT access.give_up_my_seat(${courseId}::uuid) AS said`
    if (row?.said === 'day') throw new Refused('ownPage.error.seat.dayOff')
    if (row?.said !== 'done') throw new Refused('ownPage.error.seat.none')
    await audit({ action: 'volunteer.own-seat-given-up', details: { course: courseId } })
    await flash((await getTranslations('ownPage.courses'))('gaveUp'))
    return { redirectTo: '/min-side' }
  },
})
