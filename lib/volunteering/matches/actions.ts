'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { flash } from '@/lib/platform/flash'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { startMatch } from '../matching/asking/writes'
import { endInput, pairInput } from './schema'

const say = async (key: 'started' | 'ended' | 'again' | 'notAgain') => flash((await getTranslations('matches.flash'))(key))

/** Both have said yes and something was in the way: tried once more. */
export const beginMatchNow = staffAction({
  name: 'beginMatchNow',
  may: 'volunteer.match',
  schema: pairInput,
  async run({ tx, today, audit }, { volunteerRequestId: requestId, volunteerId }) {
    const { matchId, personId } = await startMatch(tx, requestId, volunteerId, today)
    await audit({ action: 'volunteer.match-started', personId, details: { match: matchId, volunteer: volunteerId } })
    await enqueue(tx, 'volunteer.started', { matchId })
    await say('started')
    return { redirectTo: `/volunteers/matches/${matchId}` }
  },
})

/** Ends a match with who, why and a short evaluation, and where it is wished lets the person wait for somebody else from today. What the volunteer could read is gone with it. */
export const endMatch = staffAction({
  name: 'endMatch',
  may: 'volunteer.match',
  schema: endInput,
  freeText: true,
  async run({ tx, audit, noted }, { matchId, endedBy, cause, met, rating, words, again }) {
    const [row] = await tx.$queryRaw<{ said: 'done' | 'gone' | 'meanwhile'; personId: string | null }[]>`SELECT said, person_id::text AS "personId" FROM access.end_match(${matchId}::uuid, ${endedBy}, ${cause}, ${met}, ${rating}::int, ${words})`
    if (row?.said !== 'done') throw new Refused(`matches.error.${row?.said === 'meanwhile' ? 'ended' : 'goneMatch'}`)
    noted()
    // Whom it is about, only where the name may be known; nobody waits anew unseen.
    const [anew] = again && row.personId ? await tx.$queryRaw<{ id: string | null }[]>`SELECT access.ask_anew(${matchId}::uuid)::text AS id` : []
    if (anew?.id) await audit({ action: 'volunteer.requested', personId: row.personId ?? undefined, details: { request: anew.id } })
    await say(anew?.id ? 'again' : again ? 'notAgain' : 'ended')
    return { redirectTo: anew?.id ? `/volunteers/requests/${anew.id}` : `/volunteers/matches/${matchId}` }
  },
})
