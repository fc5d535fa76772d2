import 'server-only'
import type { z } from 'zod'
import { Refused } from '@/lib/access/action'
import type { Actor } from '@/lib/access/permissions'
import { type Day, dayToDb } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { fieldSets } from './rules'
import type { consentInput, withdrawInput } from './schema'
import { consentWording } from './wording'

type Given = z.output<typeof consentInput>

/** Adds the row together with the sentence the person heard, made from exactly what is stored. Throws Refused for a person or recipient that is not there. */
export async function addConsent(tx: Tx, actor: Actor, given: Given): Promise<string> {
  if (!(await tx.person.findFirst({ where: { id: given.personId, mergedIntoId: null, diedOn: null }, select: { id: true } }))) throw new Refused('consent.error.notFound')
  // Behind emergency access a consent would go on opening the person after its hours.
  const [reach] = await tx.$queryRaw<{ lasting: boolean }[]>`SELECT access.reaches_lastingly(${given.personId}::uuid) AS lasting`
  if (!reach?.lasting) throw new Refused('consent.error.emergency')
  const recipient = await recipientOf(tx, given)
  if (!recipient) throw new Refused('consent.error.recipient', {}, 'recipient')
  const wording = await consentWording(given, recipient.name[given.heardIn])
  const { personId, purpose, fields, how, evidence } = given
  const row = await tx.consent.create({
    data: { personId, purpose, fields: fieldSets.filter((one) => fields.includes(one)), how, evidence, wording, givenOn: dayToDb(given.givenOn), expiresOn: dayToDb(given.expiresOn), recordedBy: actor.userId, ...recipient.columns },
    select: { id: true },
  })
  return row.id
}

async function recipientOf(tx: Tx, { recipient }: Given): Promise<{ columns: object; name: Record<'da' | 'en', string> } | null> {
  if ('name' in recipient) return { columns: { recipientName: recipient.name }, name: { da: recipient.name, en: recipient.name } }
  if ('unitId' in recipient) {
    const unit = await tx.unit.findFirst({ where: { id: recipient.unitId, closedOn: null }, select: { nameDa: true, nameEn: true } })
    return unit && { columns: { recipientUnitId: recipient.unitId }, name: { da: unit.nameDa, en: unit.nameEn } }
  }
  const partner = await tx.partner.findFirst({ where: { id: recipient.partnerId }, select: { name: true } })
  return partner && { columns: { partnerId: recipient.partnerId }, name: { da: partner.name, en: partner.name } }
}

/** False when it has been withdrawn already or is not this person's. */
export async function addWithdrawal(tx: Tx, actor: Actor, { personId, consentId, how, note }: z.output<typeof withdrawInput>, today: Day): Promise<boolean> {
  if (!(await tx.consent.findFirst({ where: { id: consentId, personId }, select: { id: true } }))) return false
  const { count } = await tx.consentWithdrawal.createMany({ data: [{ consentId, personId, how, note: note || null, withdrawnOn: dayToDb(today), recordedBy: actor.userId }], skipDuplicates: true })
  return count === 1
}
