'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { nothing } from '@/lib/access/schema'
import { dropFeed, newFeed } from '@/lib/messaging/calendar/writes'
import { isHere } from '../sql'

/** A new secret address for the volunteer's own calendar; the former stops working at once. Shown this once: the form has no submission id, so the answer is not kept. */
export const startOwnFeed = staffAction({
  name: 'startOwnFeed',
  may: 'volunteer.own',
  schema: nothing,
  async run({ actor, tx, audit }) {
    if (!(await isHere(tx))) throw new Refused('ownPage.error.gone')
    const address = await newFeed(tx, actor.userId)
    await audit({ action: 'feed.started' })
    return { message: address }
  },
})

export const endOwnFeed = staffAction({
  name: 'endOwnFeed',
  may: 'volunteer.own',
  schema: nothing,
  async run({ actor, tx, audit }) {
    await dropFeed(tx, actor.userId)
    await audit({ action: 'feed.ended' })
    return { message: (await getTranslations('ownPage.calendar'))('ended') }
  },
})
