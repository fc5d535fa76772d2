'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { flash } from '@/lib/platform/flash'
import { consentInput, withdrawInput } from './schema'
import { addConsent, addWithdrawal } from './writes'

export const giveConsent = staffAction({
  name: 'giveConsent',
  may: 'consent.record',
  schema: consentInput,
  async run({ actor, tx, today, audit }, input) {
    if (input.givenOn > today) throw new Refused('consent.error.future', {}, 'givenOn')
    if (input.expiresOn < today) throw new Refused('consent.error.over', {}, 'expiresOn')
    const id = await addConsent(tx, actor, input)
    await audit({ action: 'consent.given', personId: input.personId, details: { consent: id, fields: input.fields.join() } })
    await flash((await getTranslations('consent'))('flash.given'))
    return { redirectTo: `/people/${input.personId}/consents` }
  },
})

/** Holds from this moment: the next thing the other side asks for finds nothing. */
export const withdrawConsent = staffAction({
  name: 'withdrawConsent',
  may: 'consent.record',
  schema: withdrawInput,
  async run({ actor, tx, today, audit }, input) {
    if (!(await addWithdrawal(tx, actor, input, today))) throw new Refused('consent.error.gone')
    await audit({ action: 'consent.withdrawn', personId: input.personId, details: { consent: input.consentId } })
    await flash((await getTranslations('consent'))('flash.withdrawn'))
    return { redirectTo: `/people/${input.personId}/consents` }
  },
})
