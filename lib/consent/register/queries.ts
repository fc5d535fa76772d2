import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { type Also, type OpenPerson, openPerson } from '@/lib/people/record/queries'
import type { Tx } from '@/lib/platform/db'
import { type Day, toDay } from '@/lib/platform/day'
import type { FieldSet, Purpose, Way } from './rules'

export type Recipient = { kind: 'unit' | 'partner' | 'other'; nameDa: string; nameEn: string }
export type ConsentRow = {
  id: string; purpose: Purpose; fields: FieldSet[]; how: Way; evidence: string | null; wording: string; givenOn: Day; expiresOn: Day; recordedBy: string
  recipient: Recipient
  withdrawal: { on: Day; how: Way; note: string | null; by: string } | null
}
type Raw = Omit<ConsentRow, 'givenOn' | 'expiresOn' | 'withdrawal' | 'recipient'> & { givenOn: string; expiresOn: string; kind: Recipient['kind']; nameDa: string; nameEn: string; withdrawnOn: string | null; withdrawnHow: Way; withdrawnNote: string | null; withdrawnBy: string }

/** Everything the person has agreed to and taken back, newest first. One statement. */
export function personConsents<N>(actor: Actor, personId: string, also: Also<N>): Promise<OpenPerson<ConsentRow[], N> | null> {
  return openPerson(actor, personId, 'consents', ({ tx }, person) => readConsents(tx, person.id), also, 'consent.read')
}

async function readConsents(tx: Tx, personId: string): Promise<ConsentRow[]> {
  const rows = await tx.$queryRaw<Raw[]>`
    SELECT c.id, c.purpose, c.fields, c.how, c.evidence, c.wording, c.given_on::text AS "givenOn", c.expires_on::text AS "expiresOn", by.name AS "recordedBy",
      CASE WHEN u.id IS NOT NULL THEN 'unit' WHEN p.id IS NOT NULL THEN 'partner' ELSE 'other' END AS kind, coalesce(u.name_da, p.name, c.recipient_name) AS "nameDa", coalesce(u.name_en, p.name, c.recipient_name) AS "nameEn",
      w.withdrawn_on::text AS "withdrawnOn", w.how AS "withdrawnHow", w.note AS "withdrawnNote", wby.name AS "withdrawnBy"
    FROM consent c LEFT JOIN unit u ON u.id = c.recipient_unit_id LEFT JOIN partner p ON p.id = c.partner_id LEFT JOIN consent_withdrawal w ON w.consent_id = c.id
      JOIN app_user by ON by.id = c.recorded_by LEFT JOIN app_user wby ON wby.id = w.recorded_by
    WHERE c.person_id = ${personId}::uuid ORDER BY c.given_on DESC, c.recorded_at DESC LIMIT 200`
  return rows.map(({ kind, nameDa, nameEn, withdrawnOn, withdrawnHow, withdrawnNote, withdrawnBy, ...row }) => ({
    ...row, givenOn: toDay(row.givenOn), expiresOn: toDay(row.expiresOn), recipient: { kind, nameDa, nameEn },
    withdrawal: withdrawnOn ? { on: toDay(withdrawnOn), how: withdrawnHow, note: withdrawnNote, by: withdrawnBy } : null,
  }))
}

export type Recipients = { units: { id: string; nameDa: string; nameEn: string }[]; partners: { id: string; name: string }[] }

/** Whom a consent of this person can name: the units that are open and the partners. Two statements. */
export function consentRecipients<N>(actor: Actor, personId: string, also: Also<N>): Promise<OpenPerson<Recipients, N> | null> {
  const read: Also<Recipients> = async ({ tx }) => ({
    units: await tx.unit.findMany({ where: { closedOn: null }, select: { id: true, nameDa: true, nameEn: true }, orderBy: { nameDa: 'asc' } }),
    partners: await tx.partner.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } }),
  })
  return openPerson(actor, personId, 'consent-new', read, also, 'consent.record')
}

export type Seen = { name: string; times: number; firstAt: Date; lastAt: Date }
export type Withdrawing = { consent: ConsentRow; seen: Seen[] }

/** One consent of this person, with who of the recipient's has looked; null where there is none. Two statements. */
export function consentToWithdraw<N>(actor: Actor, personId: string, consentId: string, also: Also<N>): Promise<OpenPerson<Withdrawing | null, N> | null> {
  const read: Also<Withdrawing | null> = async ({ tx }, person) => {
    const consent = (await readConsents(tx, person.id)).find((one) => one.id === consentId)
    if (!consent) return null
    return { consent, seen: await tx.$queryRaw<Seen[]>`SELECT name, times, first_at AS "firstAt", last_at AS "lastAt" FROM access.consent_seen(${consentId}::uuid)` }
  }
  return openPerson(actor, personId, 'consent-withdraw', read, also, 'consent.record')
}

