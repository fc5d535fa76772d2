'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { flash } from '@/lib/platform/flash'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { concernInput, settleInput } from './schema'

type Said = { said: 'done' | 'gone' | 'meanwhile'; personId: string | null }

/**
 * A volunteer is worried: those who lead volunteers have it on their first page from that moment. The words are not looked through for protected addresses, as those of staff are: a refusal would tell
 * somebody outside the house that the address they tried is right.
 */
export const raiseOwnConcern = staffAction({
  name: 'raiseOwnConcern',
  may: 'volunteer.own',
  schema: concernInput,
  async run({ tx, audit }, { ownMatch, kind, words }) {
    const [row] = await tx.$queryRaw<Said[]>`SELECT said, person_id::text AS "personId" FROM access.raise_my_concern(${ownMatch}::uuid, ${kind}, ${words})`
    if (row?.said !== 'done') throw new Refused('ownPage.error.match')
    await audit({ action: 'volunteer.concern-raised', personId: row.personId ?? undefined, details: { match: ownMatch, kind } })
    if (kind === 'unsafe') await enqueue(tx, 'volunteer.alarm', { matchId: ownMatch, about: 'concern' })
    await flash((await getTranslations('ownPage.concern'))('sent'))
    return { redirectTo: '/min-side' }
  },
})

/** Somebody has talked to the volunteer and done what was needed. */
export const settleConcern = staffAction({
  name: 'settleConcern',
  may: 'volunteer.match',
  schema: settleInput,
  freeText: true,
  async run({ tx, noted }, { concernId, words }) {
    const [row] = await tx.$queryRaw<Pick<Said, 'said'>[]>`SELECT access.settle_concern(${concernId}::uuid, ${words}) AS said`
    if (row?.said !== 'done') throw new Refused(`ownPage.concerns.error.${row?.said === 'meanwhile' ? 'meanwhile' : 'gone'}`)
    noted()
    return { message: (await getTranslations('ownPage.concerns'))('settledNow') }
  },
})
