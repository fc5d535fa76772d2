'use server'

import { getTranslations } from 'next-intl/server'
import { staffAction } from '@/lib/access/action'
import { flash } from '@/lib/platform/flash'
import { stepInput } from './schema'
import { addStep } from './writes'

/** Invited, talked, cleared, active, paused, ended: what happened with a volunteer, with its day. */
export const takeStep = staffAction({
  name: 'takeStep',
  may: 'volunteer.manage',
  schema: stepInput,
  async run({ actor, tx, today, audit }, input) {
    await addStep(tx, actor, input, today)
    await audit({ action: 'volunteer.stepped', details: { volunteer: input.volunteerId, step: input.step } })
    await flash((await getTranslations('volunteering.flash'))(`step.${input.step}`))
    return { redirectTo: `/volunteers/${input.volunteerId}` }
  },
})
