'use server'

import { getTranslations } from 'next-intl/server'
import { staffAction } from '@/lib/access/action'
import { refuseBehindGlass } from '@/lib/people/record/lasting'
import { flash } from '@/lib/platform/flash'
import { receivedAnswer, receivedDone, referralInput, referralRef, toldAnswer, toldDone } from './schema'
import { answerReferral, ofPerson, sendReferral, toUnit } from './writes'

const say = async (key: 'sent' | 'accepted' | 'refused' | 'revoked' | 'done') => flash((await getTranslations('referrals.flash'))(key))
const saidAs = { accepted: 'referral.accepted', refused: 'referral.refused' } as const
const home = (personId: string) => ({ redirectTo: `/people/${personId}/referrals` })

/** Refers somebody to a unit, an offer or an association, and writes down the consent in the same step where it is new. */
export const refer = staffAction({
  name: 'refer',
  may: 'referral.manage',
  schema: referralInput,
  freeText: true,
  async run({ actor, tx, today, audit }, input) {
    const made = await sendReferral(tx, actor, input, today)
    if (made.consent) await audit({ action: 'consent.given', personId: input.personId, details: { consent: made.consent, fields: input.shown.join() } })
    await audit({ action: 'referral.sent', personId: input.personId, details: { referral: made.referral, to: input.target.kind } })
    await say('sent')
    return home(input.personId)
  },
})

/** From now on the receiver sees nothing more of it. */
export const revokeReferral = staffAction({
  name: 'revokeReferral',
  may: 'referral.manage',
  schema: referralRef,
  async run({ tx, audit }, { personId, referralId }) {
    await refuseBehindGlass(tx, personId)
    await ofPerson(tx, referralId, personId)
    const about = await answerReferral(tx, referralId, 'revoked', null)
    await audit({ action: 'referral.revoked', personId: about, details: { referral: referralId } })
    await say('revoked')
    return home(about)
  },
})

/** What a receiver without access has answered, as they told it. */
export const noteReferralAnswer = staffAction({
  name: 'noteReferralAnswer',
  may: 'referral.manage',
  schema: toldAnswer,
  freeText: true,
  async run({ tx, audit }, { personId, referralId, verdict, words }) {
    await refuseBehindGlass(tx, personId)
    await ofPerson(tx, referralId, personId)
    const about = await answerReferral(tx, referralId, verdict, words)
    await audit({ action: saidAs[verdict], personId: about, details: { referral: referralId } })
    await say(verdict)
    return home(about)
  },
})

export const finishReferral = staffAction({
  name: 'finishReferral',
  may: 'referral.manage',
  schema: toldDone,
  freeText: true,
  async run({ tx, audit }, { personId, referralId, words }) {
    await refuseBehindGlass(tx, personId)
    await ofPerson(tx, referralId, personId)
    const about = await answerReferral(tx, referralId, 'done', words)
    await audit({ action: 'referral.done', personId: about, details: { referral: referralId } })
    await say('done')
    return home(about)
  },
})

/** The receiving unit's own answer. Refused, it sees nothing more from the next statement on. */
export const answerReceived = staffAction({
  name: 'answerReceived',
  may: 'referral.receive',
  schema: receivedAnswer,
  freeText: true,
  async run({ tx, audit }, { receivedId, verdict, words }) {
    await toUnit(tx, receivedId)
    const about = await answerReferral(tx, receivedId, verdict, words)
    await audit({ action: saidAs[verdict], personId: about, details: { referral: receivedId } })
    await say(verdict)
    return { redirectTo: '/shared' }
  },
})

export const finishReceived = staffAction({
  name: 'finishReceived',
  may: 'referral.receive',
  schema: receivedDone,
  freeText: true,
  async run({ tx, audit }, { receivedId, words }) {
    await toUnit(tx, receivedId)
    const about = await answerReferral(tx, receivedId, 'done', words)
    await audit({ action: 'referral.done', personId: about, details: { referral: receivedId } })
    await say('done')
    return { redirectTo: '/shared' }
  },
})
