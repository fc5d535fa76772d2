import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { consentWording } from '@/lib/consent/register/wording'
import type { FieldSet } from '@/lib/consent/register/rules'
import { type Also, type OpenPerson, openPerson } from '@/lib/people/record/queries'
import { type Day, toDay } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { today } from '@/lib/platform/clock'
import { type ReferralState, type ReferralStep, referralConsent, type Said, type Target, type TargetKind } from './rules'
import { stateSql, toSql } from './sql'
import { recipientOf } from './writes'

export type Receiver = { nameDa: string; nameEn: string; /** Who gives the offer, and how they are reached. */ partner: string | null; contact: string | null }
export type Step = { step: ReferralStep; said: Said; words: string | null; by: string; at: Date }
export type ReferralRow = {
  id: string; consentId: string; kind: TargetKind; to: Receiver; fields: FieldSet[]; consentUntil: Day; why: string; wishedBy: Day | null; answerBy: Day; by: string; at: Date; state: ReferralState; steps: Step[]
  /** Who of the receiver's has opened the card. */ seen: { name: string; times: number; lastAt: Date }[]
}
type Raw = Omit<ReferralRow, 'consentUntil' | 'wishedBy' | 'answerBy' | 'steps' | 'seen'> & { consentUntil: string; wishedBy: string | null; answerBy: string; steps: (Omit<Step, 'at'> & { at: string })[]; seen: { name: string; times: number; lastAt: string }[] }

/** Everything the person was referred to, the newest first, with what became of it and who has looked. One statement. */
export function personReferrals<N>(actor: Actor, personId: string, also: Also<N>): Promise<OpenPerson<ReferralRow[], N> | null> {
  const read: Also<ReferralRow[]> = async ({ tx }, person) => {
    const rows = await tx.$queryRaw<Raw[]>`SELECT r.id, r.consent_id AS "consentId", r.to_kind AS kind, ${toSql} AS "to", c.fields, c.expires_on::text AS "consentUntil", r.why, r.wished_by::text AS "wishedBy", r.answer_by::text AS "answerBy", u.name AS by, r.sent_at AS at, ${stateSql} AS state,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('step', s.step, 'said', s.said, 'words', s.words, 'by', b.name, 'at', s.recorded_at) ORDER BY s.number), '[]') FROM referral_step s JOIN app_user b ON b.id = s.recorded_by WHERE s.referral_id = r.id) AS steps,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('name', e.name, 'times', e.times, 'lastAt', e.last_at) ORDER BY e.last_at DESC), '[]') FROM access.consent_seen(c.id) e) AS seen
      FROM referral r JOIN consent c ON c.id = r.consent_id JOIN app_user u ON u.id = r.sent_by WHERE r.person_id = ${person.id}::uuid ORDER BY r.sent_at DESC, r.id LIMIT 100`
    return rows.map(({ consentUntil, wishedBy, answerBy, steps, seen, ...row }) => ({
      ...row, consentUntil: toDay(consentUntil), wishedBy: wishedBy === null ? null : toDay(wishedBy), answerBy: toDay(answerBy),
      steps: steps.map((one) => ({ ...one, at: new Date(one.at) })), seen: seen.map((one) => ({ ...one, lastAt: new Date(one.lastAt) })),
    }))
  }
  return openPerson(actor, personId, 'referrals', read, also, 'referral.manage')
}

export type Receivers = { units: { id: string; nameDa: string; nameEn: string }[]; offers: { id: string; titleDa: string; titleEn: string; partner: string | null }[]; associations: { id: string; name: string }[] }
/** To whom the form is about, with the consent it would rest on: one that holds, or the sentence that is read out for a new one. */
export type Chosen = { target: Target; to: Receiver; consent: { id: string; fields: FieldSet[]; wording: string; expiresOn: Day } | null; wording: string }

export type NewReferral = { receivers: Receivers; chosen: Chosen | null; show: FieldSet[] }

/** Whom one can refer to; and of the one that was chosen what they will see. Six statements at most. */
export function newReferral<N>(actor: Actor, personId: string, view: { to: Target | null; show: FieldSet[] }, also: Also<N>): Promise<OpenPerson<NewReferral, N> | null> {
  const read: Also<NewReferral> = async ({ tx }, person) => {
    const [receivers] = await tx.$queryRaw<[Receivers]>`SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'nameDa', u.name_da, 'nameEn', u.name_en) ORDER BY u.name_da), '[]') FROM unit u WHERE u.closed_on IS NULL AND u.id IS DISTINCT FROM ${actor.unitId}::uuid) AS units,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'titleDa', o.title_da, 'titleEn', o.title_en, 'partner', p.name) ORDER BY o.position, o.title_da), '[]') FROM offer o LEFT JOIN partner p ON p.id = o.partner_id
        WHERE o.published_from <= access.today() AND (o.published_to IS NULL OR o.published_to >= access.today())) AS offers,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) ORDER BY a.name), '[]') FROM access.referable_associations() a) AS associations`
    // A protected address is in no consent.
    const show = view.show.filter((one) => one !== 'address' || !['P1', 'P2'].includes(person.protection))
    return { receivers, show, chosen: view.to && (await chosen(tx, person.id, receivers, view.to, show)) }
  }
  return openPerson(actor, personId, 'referral-new', read, also, 'referral.manage')
}

async function chosen(tx: Tx, personId: string, { units, offers, associations }: Receivers, target: Target, show: FieldSet[]): Promise<Chosen | null> {
  const [unit, offer, association] = [units.find(({ id }) => id === target.id), offers.find(({ id }) => id === target.id), associations.find(({ id }) => id === target.id)]
  const to = target.kind === 'unit' ? unit : target.kind === 'offer' ? offer && { nameDa: offer.titleDa, nameEn: offer.titleEn } : association && { nameDa: association.name, nameEn: association.name }
  const recipient = to && (await recipientOf(tx, target))
  if (!to || !recipient) return null
  const [unitId, partnerId, name] = ['unitId' in recipient ? recipient.unitId : null, 'partnerId' in recipient ? recipient.partnerId : null, 'name' in recipient ? recipient.name : null]
  const [found] = await tx.$queryRaw<{ id: string; fields: FieldSet[]; wording: string; expiresOn: string }[]>`SELECT c.id, c.fields, c.wording, c.expires_on::text AS "expiresOn" FROM consent c
    WHERE c.person_id = ${personId}::uuid AND c.purpose = 'referral' AND c.recipient_volunteer_id IS NULL AND c.recipient_unit_id IS NOT DISTINCT FROM ${unitId}::uuid AND c.partner_id IS NOT DISTINCT FROM ${partnerId}::uuid AND c.recipient_name IS NOT DISTINCT FROM ${name}
      AND c.given_on <= access.today() AND c.expires_on >= access.today() AND NOT EXISTS (SELECT 1 FROM consent_withdrawal w WHERE w.consent_id = c.id) ORDER BY c.given_on DESC, c.recorded_at DESC LIMIT 1`
  const heard = referralConsent(show, today())
  return {
    target, to: { ...to, partner: offer?.partner ?? null, contact: null }, consent: found ? { ...found, expiresOn: toDay(found.expiresOn) } : null,
    wording: await consentWording(heard, offer?.partner ?? to.nameDa),
  }
}
