'use server'

import { Refused, staffAction } from '../action'
import { goOn } from './rules'
import { reasonInput, reviewInput } from './schema'

/** Says why, for this person and the rest of the day, and goes on to where one was going. */
export const giveReason = staffAction({
  name: 'giveReason',
  may: 'person.read',
  schema: reasonInput,
  async run({ actor, tx, audit, noted }, { personId, code, note, to }) {
    const [asked] = await tx.$queryRaw<{ sees: boolean; needed: boolean }[]>`SELECT access.sees_person(${personId}::uuid) AS sees, access.reason_needed(${personId}::uuid) AS needed`
    if (!asked?.sees) throw new Refused('access.reason.error.nobody')
    // Given twice, or no longer needed: the way is open already, and a reason nobody asked for stands nowhere.
    if (!asked.needed) {
      noted()
      return { redirectTo: goOn(personId, to) }
    }
    await tx.$executeRaw`INSERT INTO access_reason (user_id, person_id, day, code, note) VALUES (${actor.userId}::uuid, ${personId}::uuid, access.today(), ${code}, ${note || null})`
    await audit({ action: 'reason.given', personId, details: { code } })
    return { redirectTo: goOn(personId, to) }
  },
})

/** A manager or the data protection officer has looked at one of the sample. */
export const reviewReason = staffAction({
  name: 'reviewReason',
  may: 'access.review',
  schema: reviewInput,
  async run({ actor, tx, audit }, { id, verdict, note }) {
    const changed = await tx.$executeRaw`UPDATE access_reason SET reviewed_by = ${actor.userId}::uuid, reviewed_at = now(), verdict = ${verdict}, review_note = ${note || null} WHERE id = ${id}::uuid AND verdict IS NULL`
    if (changed !== 1) throw new Refused('access.reviews.error.gone')
    await audit({ action: 'reason.reviewed', details: { reason: id, verdict } })
    return { redirectTo: '/reviews' }
  },
})
