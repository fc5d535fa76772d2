import { notFound } from 'next/navigation'
import { requireActor } from '@/lib/access/actor'
import { ownSignedFile } from '@/lib/associations/own/queries'
import { fileResponse } from '@/lib/outreach/letters/files/response'

/** The signed paper of one's own association, to keep. */
export async function GET(_request: Request, { params }: { params: Promise<{ signedId: string }> }) {
  const file = await ownSignedFile(await requireActor('association.own'), (await params).signedId)
  if (!file) notFound()
  return fileResponse(file, 'attachment')
}
