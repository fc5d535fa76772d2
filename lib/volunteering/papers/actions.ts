'use server'

import { getTranslations } from 'next-intl/server'
import { staffAction } from '@/lib/access/action'
import { flash } from '@/lib/platform/flash'
import { paperInput } from './schema'
import { addPaper } from './writes'

/** Asked for, approved or refused. What stood in a certificate is written nowhere. */
export const recordPaper = staffAction({
  name: 'recordPaper',
  may: 'volunteer.manage',
  schema: paperInput,
  async run({ actor, tx, today, audit }, input) {
    await addPaper(tx, actor, input, today)
    await audit({ action: 'volunteer.paper', details: { volunteer: input.volunteerId, kind: input.kind, state: input.state } })
    await flash((await getTranslations('volunteering.flash'))(`paper.${input.state}`))
    return { redirectTo: `/volunteers/${input.volunteerId}` }
  },
})
