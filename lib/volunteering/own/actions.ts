'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { flash } from '@/lib/platform/flash'
import { ownTimesInput } from './schema'

/** When somebody can is theirs to say: it counts for the next question. */
export const changeOwnTimes = staffAction({
  name: 'changeOwnTimes',
  may: 'volunteer.own',
  schema: ownTimesInput,
  async run({ tx, audit }, { version, times }) {
    const [row] = await tx.$queryRaw<{ said: 'done' | 'gone' | 'meanwhile' }[]>`SELECT access.set_my_times(${times}::text[], ${version}::int) AS said`
    if (row?.said !== 'done') throw new Refused(`ownPage.error.${row?.said ?? 'gone'}`)
    await audit({ action: 'volunteer.own-times-changed' })
    await flash((await getTranslations('ownPage'))('times.saved'))
    return { redirectTo: '/min-side' }
  },
})
