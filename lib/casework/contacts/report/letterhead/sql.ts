import 'server-only'
import { type Actor, can } from '@/lib/access/permissions'
import type { Sender } from '@/lib/messaging/letters/template'
import { letterLines } from '@/lib/people/places/rules'
import { type Day, dayToDb } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'

/** Around a letter: from whom, to whom, and who signs it. `address`: null where none is printed, because it is protected, not known, or not the reader's to see. */
export type Letterhead = { firstName: string; largePrint: boolean; address: string[] | null; sender: Sender; signedBy: { name: string; title: string | null; phone: string } }

/** The address is that of the open register: where one is protected it stands in another table, and is never read here whatever clearance the reader has. Null for a person who is not there. */
export async function letterheadOf(tx: Tx, actor: Actor, personId: string, language: 'da' | 'en', toCitizen: boolean, today: Day): Promise<Letterhead | null> {
  const person = await tx.person.findFirst({ where: { id: personId, mergedIntoId: null }, select: { firstName: true, largePrint: true, protection: true } })
  const municipality = await tx.municipality.findFirst()
  if (!person || !municipality) return null
  const user = await tx.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { name: true, title: true, phone: true, unit: { select: { nameDa: true, nameEn: true, phone: true, email: true } } } })
  const open = toCitizen && person.protection === 'P0' && can(actor, 'person.read.address')
  const home = open ? await tx.address.findFirst({ where: { personId, toDay: null, OR: [{ fromDay: null }, { fromDay: { lte: dayToDb(today) } }] }, orderBy: [{ fromDay: 'desc' }, { id: 'desc' }], select: { careOf: true, street: true, number: true, floor: true, door: true, postcode: true, town: true } }) : null
  return {
    firstName: person.firstName, largePrint: toCitizen && person.largePrint, address: home && letterLines(home),
    sender: { municipality: municipality.name, unit: (language === 'da' ? user.unit?.nameDa : user.unit?.nameEn) ?? municipality.name, lines: municipality.addressLines, phone: user.unit?.phone ?? municipality.phone, email: user.unit?.email ?? municipality.email, website: municipality.website, colour: municipality.accent },
    signedBy: { name: user.name, title: user.title, phone: user.phone ?? user.unit?.phone ?? municipality.phone },
  }
}
