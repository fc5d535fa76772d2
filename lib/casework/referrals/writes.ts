import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { Refused } from '@/lib/access/refused'
import { addConsent } from '@/lib/consent/register/writes'
import { refuseBehindGlass } from '@/lib/people/record/lasting'
import type { Day } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { addTask } from '../tasks/writes'
import { type ReferralStep, referralConsent, type Target } from './rules'
import type { ReferralInput } from './schema'

/**
 * Sends a referral on the consent that was read out, or on one that is written down in the same step. Throws Refused for a person out of reach, a receiver there is not,
 * a consent that does not hold for it, and where one to the same receiver goes on already.
 */
export async function sendReferral(tx: Tx, actor: Actor, input: ReferralInput, today: Day): Promise<{ referral: string; consent: string | null }> {
  const { personId, target, why, answerBy, wishedBy, next } = input
  await refuseBehindGlass(tx, personId)
  if (answerBy < today) throw new Refused('referrals.error.past', {}, 'answerBy')
  if (wishedBy && wishedBy < today) throw new Refused('referrals.error.past', {}, 'wishedBy')
  const given = input.consentId === null ? await giveConsent(tx, actor, input, today) : null
  const [row] = await tx.$queryRaw<{ said: string; id: string | null }[]>`SELECT said, id::text AS id FROM access.send_referral(${personId}::uuid, ${given ?? input.consentId}::uuid, ${target.kind}, ${target.id}::uuid, ${why}, ${wishedBy}::date, ${answerBy}::date)`
  if (!row?.id) throw new Refused(`referrals.error.${row?.said ?? 'gone'}`)
  if (next) await addTask(tx, actor, { personId, text: next.text, due: { dueOn: next.on, within: null }, owner: 'me', repeat: null } as Parameters<typeof addTask>[2], today)
  return { referral: row.id, consent: given }
}

async function giveConsent(tx: Tx, actor: Actor, { personId, target, shown, how, evidence }: ReferralInput, today: Day): Promise<string> {
  const recipient = await recipientOf(tx, target)
  // The form does not offer it: read out to somebody, it would be a promise nobody may keep.
  if (shown.includes('address') && (await tx.person.findFirst({ where: { id: personId, protection: { in: ['P1', 'P2'] } }, select: { id: true } }))) throw new Refused('consent.form.protected')
  if (!recipient || !how) throw new Refused('referrals.error.to', {}, 'to')
  return addConsent(tx, actor, { personId, ...referralConsent(shown, today), how, evidence, recipient, givenOn: today })
}

/** Whom the consent names: the unit, the partner behind the offer, or the offer or the association by name, as access.send_referral asks for it. Null for one that is not there. */
export async function recipientOf(tx: Tx, { kind, id }: Target): Promise<{ unitId: string } | { partnerId: string } | { name: string } | null> {
  if (kind === 'unit') return { unitId: id }
  if (kind === 'offer') {
    const offer = await tx.offer.findFirst({ where: { id }, select: { partnerId: true, titleDa: true } })
    return offer && (offer.partnerId ? { partnerId: offer.partnerId } : { name: offer.titleDa })
  }
  const [found] = await tx.$queryRaw<{ name: string }[]>`SELECT name FROM access.referable_associations() WHERE id = ${id}::uuid`
  return found ?? null
}

/** The person it was about. Throws Refused when it has been answered, or is not the writer's to answer. */
export async function answerReferral(tx: Tx, referralId: string, verdict: ReferralStep, words: string | null): Promise<string> {
  const [row] = await tx.$queryRaw<{ person: string | null }[]>`SELECT access.answer_referral(${referralId}::uuid, ${verdict}, ${words || null}) AS person`
  if (!row?.person) throw new Refused('referrals.error.answered')
  return row.person
}

/** Refuses a referral that is not this person's: what stands beneath one person is not reached through another. */
export async function ofPerson(tx: Tx, id: string, personId: string): Promise<void> {
  if (!(await tx.referral.findFirst({ where: { id, personId }, select: { id: true } }))) throw new Refused('casework.error.gone')
}

/** Refuses what was not sent to the writer's own unit: whoever has the person writes an answer down at the person. */
export async function toUnit(tx: Tx, id: string): Promise<void> {
  const [row] = await tx.$queryRaw<unknown[]>`SELECT 1 FROM access.received_referrals() WHERE id = ${id}::uuid`
  if (!row) throw new Refused('referrals.error.answered')
}
