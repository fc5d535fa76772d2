import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { dayFromDb } from '@/lib/platform/day'
import { type AgreedContact, agreedContactsSql } from '../agreed-contacts/sql'
import type { Agreement } from '../register/queries'

export type SignedFile = { id: string; recordedAt: Date; /** Bytes. */ size: number; by: string | null }
/** `choices`: who can be a contact of the agreement and is none yet; nobody for who only reads. */
export type OpenAgreement = { association: { id: string; name: string }; agreement: Agreement; files: SignedFile[]; choices: { contacts: { id: string; name: string }[]; staff: { id: string; name: string; title: string | null }[] } }
type Contacts = { contacts: AgreedContact[]; choices: OpenAgreement['choices'] }

/** One agreement with the papers that were signed, the newest first. Null where there is none for the reader. */
export function openAgreement(actor: Actor, associationId: string, id: string): Promise<OpenAgreement | null> {
  if (![associationId, id].every((one) => z.uuid().safeParse(one).success)) return Promise.resolve(null)
  return readAs(actor, 'association.read', async ({ tx, shown }) => {
    const found = await tx.partnership.findFirst({ where: { id, associationId }, select: { id: true, number: true, fromDay: true, toDay: true, reviewOn: true, responsibilities: true, contributions: true, goals: true, insurance: true, dataTerms: true, places: true, recordedBy: true, association: { select: { id: true, name: true } } } })
    if (!found) return null
    const { association, fromDay, toDay, reviewOn, recordedBy, ...rest } = found
    const files = await tx.$queryRaw<SignedFile[]>`SELECT s.id::text, s.recorded_at AS "recordedAt", length(f.bytes) AS size, u.name AS by FROM partnership_file s JOIN stored_file f ON f.id = s.file_id LEFT JOIN app_user u ON u.id = s.recorded_by WHERE s.partnership_id = ${id}::uuid ORDER BY s.recorded_at DESC, s.id DESC`
    const by = await tx.user.findFirst({ where: { id: recordedBy }, select: { name: true } })
    const [people] = await tx.$queryRaw<[Contacts]>`SELECT ${agreedContactsSql} AS contacts, jsonb_build_object(
        'contacts', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) ORDER BY c.name), '[]') FROM association_contact c WHERE c.association_id = p.association_id AND c.to_day IS NULL AND NOT EXISTS (SELECT 1 FROM partnership_contact k WHERE k.partnership_id = p.id AND k.contact_id = c.id AND k.to_day IS NULL)),
        'staff', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'title', s.title) ORDER BY s.name), '[]') FROM access.agreement_staff() s WHERE NOT EXISTS (SELECT 1 FROM partnership_contact k WHERE k.partnership_id = p.id AND k.user_id = s.id AND k.to_day IS NULL))) AS choices FROM partnership p WHERE p.id = ${id}::uuid`
    shown({ kind: 'VIEW', action: 'association.agreement-viewed', details: { association: associationId, agreement: rest.number } })
    return { association, files, choices: people.choices, agreement: { ...rest, contacts: people.contacts, fromDay: dayFromDb(fromDay), toDay: dayFromDb(toDay), reviewOn: reviewOn && dayFromDb(reviewOn), signed: files.length, by: by?.name ?? null } }
  })
}

/** The paper itself, as it was handed in. Null where there is none for the reader. */
export function signedFile(actor: Actor, associationId: string, partnershipId: string, id: string): Promise<{ bytes: Uint8Array; mime: string; name: string } | null> {
  if (![associationId, partnershipId, id].every((one) => z.uuid().safeParse(one).success)) return Promise.resolve(null)
  return readAs(actor, 'association.read', async ({ tx, shown }) => {
    const found = await tx.partnershipFile.findFirst({ where: { id, partnershipId, partnership: { associationId } }, select: { file: { select: { bytes: true, mime: true, name: true } }, partnership: { select: { number: true } } } })
    if (!found) return null
    shown({ kind: 'VIEW', action: 'association.signed-opened', details: { association: associationId, agreement: found.partnership.number } })
    return found.file
  })
}
