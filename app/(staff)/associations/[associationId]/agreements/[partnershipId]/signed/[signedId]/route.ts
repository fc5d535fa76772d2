import { notFound } from 'next/navigation'
import { requireActor } from '@/lib/access/actor'
import { signedFile } from '@/lib/associations/signed/queries'
import { fileResponse } from '@/lib/outreach/letters/files/response'

/** The signed paper as it was handed in: kept by the reader, and never opened as a part of the product. */
export async function GET(_request: Request, { params }: { params: Promise<{ associationId: string; partnershipId: string; signedId: string }> }) {
  const [actor, { associationId, partnershipId, signedId }] = [await requireActor('association.read'), await params]
  const file = await signedFile(actor, associationId, partnershipId, signedId)
  if (!file) notFound()
  return fileResponse(file, 'attachment')
}
