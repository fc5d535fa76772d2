import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireActor } from '@/lib/access/actor'
import { templatePreview } from '@/lib/messaging/templates/queries'
import { versionInput } from '@/lib/messaging/templates/schema'
import { fileResponse } from '@/lib/outreach/letters/files/response'

/** A version of a letter with a made-up person's data, as the very document. */
export async function GET(_request: Request, { params }: { params: Promise<{ versionId: string }> }) {
  const actor = await requireActor('template.read')
  const address = versionInput.safeParse(await params)
  const preview = address.success ? await templatePreview(actor, address.data.versionId) : null
  if (!preview) notFound()
  if ('pdf' in preview) return fileResponse({ bytes: preview.pdf, mime: 'application/pdf', name: 'preview.pdf' })
  const t = await getTranslations('templates')
  return new Response(t('previewProblem', { code: preview.problem }), { status: 422, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' } })
}
