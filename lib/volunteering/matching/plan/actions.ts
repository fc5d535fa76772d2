'use server'

import { staffAction } from '@/lib/access/action'
import { askPlannedInput } from './schema'
import { askEach } from './writes'

/** One of the plan, or those that are ticked: each is asked as if it were alone, and the page says what became of it. */
export const askPlanned = staffAction({
  name: 'askPlanned',
  may: 'volunteer.match',
  schema: askPlannedInput,
  async run({ actor, today, audit }, { chosen, page }) {
    const { asked, stayed } = await askEach(actor, chosen, today)
    await audit({ action: 'volunteer.plan-asked', details: { asked: asked.length, stayed: stayed.length } })
    return { redirectTo: `/volunteers/plan?${new URLSearchParams([...(page > 1 ? [['page', String(page)]] : []), ...asked.map((id) => ['asked', id]), ...stayed.map(({ requestId, why }) => ['stayed', `${requestId}:${why}`])])}` }
  },
})
