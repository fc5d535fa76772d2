import 'server-only'
import { readPublic } from '@/lib/access/read'

export type PublicOffer = { id: string; titleDa: string; titleEn: string; summaryDa: string; summaryEn: string; audience: string[]; needs: string[]; contact: string | null; url: string | null; partner: { name: string; url: string | null } | null }
export type PublicPartner = { id: string; name: string; provider: 'STATE' | 'REGION' | 'MUNICIPALITY' | 'ASSOCIATION'; descriptionDa: string; descriptionEn: string; place: string | null; url: string | null; phone: string | null }
export type PublicContact = { name: string; title: string | null; phone: string | null; email: string }

/** What everybody may see: published offers, partners, and whom to ring. Drafts do not exist for the role that reads this. */
export async function publicOffers(): Promise<{ offers: PublicOffer[]; partners: PublicPartner[]; contacts: PublicContact[] }> {
  return readPublic(undefined, async (tx) => ({
    offers: await tx.offer.findMany({ select: { id: true, titleDa: true, titleEn: true, summaryDa: true, summaryEn: true, audience: true, needs: true, contact: true, url: true, partner: { select: { name: true, url: true } } }, orderBy: [{ position: 'asc' }, { titleDa: 'asc' }] }),
    partners: await tx.partner.findMany({ select: { id: true, name: true, provider: true, descriptionDa: true, descriptionEn: true, place: true, url: true, phone: true }, orderBy: [{ position: 'asc' }, { name: 'asc' }] }),
    contacts: await tx.$queryRaw<PublicContact[]>`SELECT name, title, phone, email FROM access.public_contacts()`,
  }))
}
