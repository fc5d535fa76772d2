import { renderReport } from '@/lib/platform/documents/report'
import { sha256Hex } from '@/lib/platform/crypto/tokens'
import { formatDay } from '@/lib/platform/dates'
import { addDays, type Day, dayFromDb, dayToDb } from '@/lib/platform/day'
import type { PrismaClient } from '../../generated/client'
import { randomFor } from '../random'

/** Who signs in for an association: the two users of the demo, each for one that has handed in its paper. */
export async function loadRepresentatives(db: PrismaClient, today: Day, lead: string): Promise<void> {
  const users = await db.user.findMany({ where: { grants: { some: { role: 'ASSOCIATION_REPRESENTATIVE' } } }, orderBy: { email: 'desc' } })
  // Those that hold longest first.
  const signed = await db.partnership.findMany({ where: { files: { some: {} } }, orderBy: [{ toDay: 'desc' }, { association: { name: 'asc' } }], select: { associationId: true } })
  for (const [at, user] of users.entries()) {
    const one = signed[at]
    if (one) await db.associationRepresentative.create({ data: { associationId: one.associationId, userId: user.id, fromDay: dayToDb(addDays(today, -90)), recordedBy: lead } })
  }
}

/** Of the first associations some have handed in what they signed: a paper as it would be printed, made by the product's own engine. */
export async function loadSigned(db: PrismaClient, lead: string, names: readonly string[]): Promise<void> {
  const draw = randomFor('signed agreements')
  const rows = await db.partnership.findMany({ where: { association: { name: { in: [...names] } } }, include: { association: { select: { name: true, contacts: { select: { name: true }, take: 1 } } } }, orderBy: { association: { name: 'asc' } } })
  for (const one of rows.filter((_, at) => at % 2 === 0)) {
    const made = one.recordedAt
    const period = [one.fromDay, one.toDay].map((day) => formatDay(dayFromDb(day), 'da'))
    const bytes = renderReport({ title: `Samarbejdsaftale med ${one.association.name}`, author: 'Demo Kommune', language: 'da', footer: `Samarbejdsaftale ${one.number}`, lead: [`Aftalen gælder fra ${period[0]} til og med ${period[1]}.`], madeAt: made, sections: [
      { heading: 'Ansvar', paragraphs: [one.responsibilities], columns: [], widths: [], rows: [] },
      { heading: 'Underskrifter', paragraphs: [`For foreningen: ${one.association.contacts[0]?.name ?? ''}. For kommunen: Frivilligkoordinator.`], columns: [], widths: [], rows: [] },
    ] })
    const fileId = draw.uuid()
    await db.storedFile.create({ data: { id: fileId, kind: 'partnership', ownerId: lead, mime: 'application/pdf', name: `samarbejdsaftale-${one.number}.pdf`, sha256: sha256Hex(bytes), bytes: new Uint8Array(bytes), createdAt: made } })
    await db.partnershipFile.create({ data: { partnershipId: one.id, fileId, recordedBy: lead, recordedAt: made } })
  }
}
