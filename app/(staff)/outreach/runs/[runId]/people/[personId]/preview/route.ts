import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { requireActor } from '@/lib/access/actor'
import { previewLetter } from '@/lib/outreach/letters/files/queries'
import { fileResponse } from '@/lib/outreach/letters/files/response'
import { isId } from '@/lib/outreach/runs/schema'

/** The letter this person would get now, as the very document. */
export async function GET(_request: Request, { params }: { params: Promise<{ runId: string; personId: string }> }) {
  const actor = await requireActor('outreach.read')
  const { runId, personId } = await params
  const letter = isId(runId) && isId(personId) ? await previewLetter(actor, runId, personId) : null
  if (!letter) notFound()
  if (letter.ok) return fileResponse(letter.value)
  const t = await getTranslations('runs')
  const reason = t.has(`failure.${letter.code}`) ? t(`failure.${letter.code}`) : t('failure.other', { code: letter.code })
  return new Response(reason, { status: 422, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' } })
}
