'use server'

import { getTranslations } from 'next-intl/server'
import { type ActionContext, staffAction } from '@/lib/access/action'
import { refuseBehindGlass } from '@/lib/people/record/lasting'
import { flash } from '@/lib/platform/flash'
import type { ReferralStep } from './rules'
import { receivedAnswer, receivedDone, referralInput, referralRef, toldAnswer, toldDone } from './schema'
import { answerReferral, ofPerson, sendReferral, toUnit } from './writes'

const say = async (key: 'sent' | ReferralStep) => flash((await getTranslations('referrals.flash'))(key))
const home = (personId: string) => ({ redirectTo: `/people/${personId}/referrals` })

/** The next step of a referral, in the trail of whom it is about. Answers with that person. */
async function step({ tx, audit }: ActionContext, referralId: string, verdict: ReferralStep, words: string | null): Promise<string> {
  const about = await answerReferral(tx, referralId, verdict, words)
  await audit({ action: `referral.${verdict}`, personId: about, details: { referral: referralId } })
  await say(verdict)
  return about
}

/** A step that whoever has the person in hand writes down. Throws Refused behind emergency access, and for a referral of somebody else. */
async function ownStep(context: ActionContext, { personId, referralId }: { personId: string; referralId: string }, verdict: ReferralStep, words: string | null) {
  await refuseBehindGlass(context.tx, personId)
  await ofPerson(context.tx, referralId, personId)
  return home(await step(context, referralId, verdict, words))
}

/** A step of the receiving unit's own. Throws Refused for what was not sent to it. */
async function receivedStep(context: ActionContext, receivedId: string, verdict: ReferralStep, words: string | null) {
  await toUnit(context.tx, receivedId)
  await step(context, receivedId, verdict, words)
  return { redirectTo: '/shared' }
}

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
  run: (context, input) => ownStep(context, input, 'revoked', null),
})

/** What a receiver without access has answered, as they told it. */
export const noteReferralAnswer = staffAction({
  name: 'noteReferralAnswer',
  may: 'referral.manage',
  schema: toldAnswer,
  freeText: true,
  run: (context, input) => ownStep(context, input, input.verdict, input.words),
})

export const finishReferral = staffAction({
  name: 'finishReferral',
  may: 'referral.manage',
  schema: toldDone,
  freeText: true,
  run: (context, input) => ownStep(context, input, 'done', input.words),
})

/** The receiving unit's own answer. Refused, it sees nothing more from the next statement on. */
export const answerReceived = staffAction({
  name: 'answerReceived',
  may: 'referral.receive',
  schema: receivedAnswer,
  freeText: true,
  run: (context, { receivedId, verdict, words }) => receivedStep(context, receivedId, verdict, words),
})

export const finishReceived = staffAction({
  name: 'finishReceived',
  may: 'referral.receive',
  schema: receivedDone,
  freeText: true,
  run: (context, { receivedId, words }) => receivedStep(context, receivedId, 'done', words),
})
