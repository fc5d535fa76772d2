import type { FieldSet } from '@/lib/consent/register/rules'
import { usualEnd } from '@/lib/consent/register/rules'
import type { Day } from '@/lib/platform/day'

export const targetKinds = ['unit', 'offer', 'association'] as const
export type TargetKind = (typeof targetKinds)[number]
export type Target = { kind: TargetKind; id: string }
export const referralSteps = ['accepted', 'refused', 'revoked', 'done'] as const
export type ReferralStep = (typeof referralSteps)[number]
/** Sent until somebody has said something; refused, revoked and done are the end. */
export type ReferralState = 'sent' | ReferralStep
/** By the receiver here, told to whoever wrote it down, or by the consent that was taken back. */
export type Said = 'here' | 'told' | 'consent'

/** What a referral can show beside the name: a card, and never the case. */
export const shownSets = ['contact', 'address', 'needs', 'service'] as const satisfies readonly FieldSet[]

/** Days in which an answer is owed when nothing else is said, and for how many an answer stands on the sender's first page. */
export const ANSWER_DAYS = 7
export const NEWS_DAYS = 7

export const isOpen = (state: ReferralState): boolean => state === 'sent' || state === 'accepted'

/** What is wrong with one that goes on: the consent has run out, so that the receiver sees nothing; or the answer is overdue. */
export function attentionOf({ state, answerBy, consentUntil }: { state: ReferralState; answerBy: Day; consentUntil: Day }, today: Day): 'lapsed' | 'late' | null {
  if (!isOpen(state)) return null
  if (consentUntil < today) return 'lapsed'
  return state === 'sent' && answerBy < today ? 'late' : null
}

/** A receiver as the form sends it, 'unit:<id>'; null for anything else. */
export function readTarget(value: string): Target | null {
  const [, kind, id] = /^(unit|offer|association):([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/.exec(value) ?? []
  return kind && id ? { kind: kind as TargetKind, id } : null
}

/** What the person says yes to in the same step: the form reads it out, and it is what is stored. */
export const referralConsent = (fields: readonly FieldSet[], today: Day) => ({ purpose: 'referral' as const, fields: [...fields], heardIn: 'da' as const, expiresOn: usualEnd(today) })
