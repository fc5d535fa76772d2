import { z } from 'zod'
import { ways } from '@/lib/consent/register/rules'
import { withoutCpr } from '@/lib/platform/cpr-text'
import { dayParts, readDay } from '@/lib/platform/date-input'
import { readTarget, shownSets } from './rules'

const words = (most: number) => z.string().trim().max(most, 'casework.error.long').refine(withoutCpr, 'casework.error.cpr').default('')
const list = z.preprocess((value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : String(value).split(',')), z.array(z.enum(shownSets)))

/** The first step as it stands in the address: to whom, and what they would see. Ids and codes, nothing of the person. */
export const referralView = z.object({ to: z.string().transform(readTarget).nullable().catch(null).default(null), show: list.catch([]).default([]) })

/** `consentId`: the consent it rests on; none where it is given in the same step, with `shown`, `how` and `evidence`. */
export const referralInput = z
  .object({
    personId: z.uuid(), to: z.string().default(''), consentId: z.union([z.uuid(), z.literal('')]).default(''), shown: list, how: z.enum(ways).or(z.literal('')).default(''), evidence: z.string().trim().max(500, 'consent.error.evidenceLong').default(''),
    why: words(1000), ...dayParts('answerBy'), ...dayParts('wishedBy'), nextStep: words(300), ...dayParts('nextOn'),
  })
  .transform((input, context) => {
    const fail = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    const target = readTarget(input.to)
    if (!target) fail('to', 'referrals.error.to')
    if (input.why === '') fail('why', 'referrals.error.why')
    if (input.consentId === '' && input.how === '') fail('how', 'referrals.error.how')
    // What nobody signed must say how it is known.
    if (input.consentId === '' && ['spoken', 'digital'].includes(input.how) && input.evidence.length < 10) fail('evidence', 'consent.error.evidence')
    const answerBy = readDay(input, 'answerBy', context, { required: 'referrals.error.answerBy' })
    const [wishedBy, nextOn] = [readDay(input, 'wishedBy', context), readDay(input, 'nextOn', context)]
    if (nextOn && input.nextStep === '') fail('nextStep', 'referrals.error.nextStep')
    if (!nextOn && input.nextStep !== '') fail('nextOn', 'referrals.error.nextOn')
    if (!target || !answerBy) return z.NEVER
    const { personId, consentId, shown, how, evidence, why, nextStep } = input
    return { personId, target, consentId: consentId || null, shown, how: how || null, evidence: evidence || null, why, answerBy, wishedBy, next: nextOn && { text: nextStep, on: nextOn } }
  })
export type ReferralInput = z.output<typeof referralInput>

export const referralRef = z.object({ personId: z.uuid(), referralId: z.uuid() })
const answers = ['accepted', 'refused'] as const
const answered = { verdict: z.enum(answers, 'referrals.error.verdict'), words: words(500) }
const withReason = ({ verdict, words: said }: { verdict: string; words: string }, context: z.RefinementCtx) => {
  if (verdict === 'refused' && said === '') context.addIssue({ code: 'custom', path: ['words'], message: 'referrals.error.whyNot' })
}
/** The receiver's own answer. */
export const receivedAnswer = z.object({ receivedId: z.uuid(), ...answered }).superRefine(withReason)
/** The answer of a receiver without access, as it was told to whoever has the person in hand. */
export const toldAnswer = referralRef.extend(answered).superRefine(withReason)
const outcome = z.string().trim().min(1, 'referrals.error.outcome').max(500, 'casework.error.long').refine(withoutCpr, 'casework.error.cpr')
export const receivedDone = z.object({ receivedId: z.uuid(), words: outcome })
export const toldDone = referralRef.extend({ words: outcome })
