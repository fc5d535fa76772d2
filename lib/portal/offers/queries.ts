import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { type Day, dayFromDb } from '@/lib/platform/day'

export type ListedOffer = { id: string; titleDa: string; titleEn: string; audience: string[]; needs: string[]; inLetter: boolean; publishedFrom: Day | null; publishedTo: Day | null; partner: string | null }
export type OfferDetail = Omit<ListedOffer, 'partner'> & { summaryDa: string; summaryEn: string; contact: string | null; url: string | null; partnerId: string | null; version: number }

export async function listOffers(actor: Actor): Promise<ListedOffer[]> {
  return readAs(actor, 'offer.manage', async ({ tx }) => {
    const rows = await tx.offer.findMany({ select: { id: true, titleDa: true, titleEn: true, audience: true, needs: true, inLetter: true, publishedFrom: true, publishedTo: true, partner: { select: { name: true } } }, orderBy: [{ position: 'asc' }, { titleDa: 'asc' }] })
    return rows.map((row) => ({ ...row, partner: row.partner?.name ?? null, publishedFrom: dayOrNull(row.publishedFrom), publishedTo: dayOrNull(row.publishedTo) }))
  })
}

/** Null when there is none of that id. */
export async function offerDetail(actor: Actor, id: string): Promise<OfferDetail | null> {
  return readAs(actor, 'offer.manage', async ({ tx }) => {
    const row = await tx.offer.findUnique({ where: { id }, omit: { code: true, position: true } })
    return row && { ...row, publishedFrom: dayOrNull(row.publishedFrom), publishedTo: dayOrNull(row.publishedTo) }
  })
}

export async function partnerChoices(actor: Actor): Promise<{ value: string; label: string }[]> {
  return readAs(actor, 'offer.manage', async ({ tx }) => (await tx.partner.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } })).map(({ id, name }) => ({ value: id, label: name })))
}

function dayOrNull(date: Date | null): Day | null {
  return date && dayFromDb(date)
}
