import { notFound } from 'next/navigation'
import { requireActor } from '@/lib/access/actor'
import { subjectFile } from '@/lib/oversight/subject-export/queries'

/** The answer as it was made. Named by day alone: a file name is read by whoever sees the folder. */
export async function GET(request: Request, { params }: { params: Promise<{ request: string }> }) {
  const actor = await requireActor('subject.export')
  const as = new URL(request.url).searchParams.get('as') === 'zip' ? 'zip' : 'pdf'
  const file = await subjectFile(actor, (await params).request, as)
  if (!file) notFound()
  return new Response(new Uint8Array(file.bytes), { headers: { 'content-type': file.mime, 'content-disposition': `attachment; filename="indsigt-${file.receivedOn}.${as}"`, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' } })
}
