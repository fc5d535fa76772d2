'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { dayToDb } from '@/lib/platform/day'
import { flash } from '@/lib/platform/flash'
import { followUpInput } from './schema'

/** Somebody asked how it goes. Added, never changed; the day of the next follows from it. */
export const followUpMatch = staffAction({
  name: 'followUpMatch',
  may: 'volunteer.match',
  schema: followUpInput,
  freeText: true,
  async run({ tx, noted }, { matchId, number, onDay, withWhom, outcome, words }) {
    const [row] = await tx.$queryRaw<{ said: 'done' | 'gone' | 'meanwhile' | 'day' }[]>`SELECT access.follow_up(${matchId}::uuid, ${number}::int, ${dayToDb(onDay)}::date, ${withWhom}, ${outcome}, ${words}) AS said`
    if (row?.said === 'day') throw new Refused('matches.error.period', {}, 'onDay')
    if (row?.said !== 'done') throw new Refused(row?.said === 'meanwhile' ? 'matches.error.followedUp' : 'matches.error.goneMatch')
    noted()
    await flash((await getTranslations('matches.flash'))('followedUp'))
    return { redirectTo: outcome === 'stuck' ? `/volunteers/matches/${matchId}/end` : `/volunteers/matches/${matchId}` }
  },
})
