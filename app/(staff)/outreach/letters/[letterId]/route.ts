import { notFound } from 'next/navigation'
import { requireActor } from '@/lib/access/actor'
import { letterFile } from '@/lib/outreach/letters/files/queries'
import { fileResponse } from '@/lib/outreach/letters/files/response'
import { isId } from '@/lib/outreach/runs/schema'

/** A letter as it left. */
export async function GET(_request: Request, { params }: { params: Promise<{ letterId: string }> }) {
  const actor = await requireActor('letter.open')
  const { letterId } = await params
  const file = isId(letterId) ? await letterFile(actor, letterId) : null
  if (!file) notFound()
  return fileResponse(file)
}
