import { notFound } from 'next/navigation'
import { requireActor } from '@/lib/access/actor'
import { printFile } from '@/lib/outreach/letters/files/queries'
import { fileResponse } from '@/lib/outreach/letters/files/response'
import { isId } from '@/lib/outreach/runs/schema'

/** A print file or its list, for those who may print. */
export async function GET(_request: Request, { params }: { params: Promise<{ runId: string; fileId: string }> }) {
  const actor = await requireActor('outreach.print')
  const { runId, fileId } = await params
  const file = isId(runId) && isId(fileId) ? await printFile(actor, runId, fileId) : null
  if (!file) notFound()
  return fileResponse(file, 'attachment')
}
