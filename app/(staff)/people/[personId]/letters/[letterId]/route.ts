import { currentActor } from '@/lib/access/actor'
import { can } from '@/lib/access/permissions'
import { letterFile } from '@/lib/people/letters/queries'

/** The letter as a file. Its name holds no name. */
export async function GET(_request: Request, { params }: { params: Promise<{ personId: string; letterId: string }> }): Promise<Response> {
  const actor = await currentActor()
  const { personId, letterId } = await params
  const file = actor && can(actor, 'letter.open') ? await letterFile(actor, personId, letterId) : null
  if (!file) return new Response(null, { status: 404 })
  return new Response(new Uint8Array(file.bytes), { headers: { 'content-type': file.mime, 'content-disposition': `inline; filename="brev-${letterId}.pdf"`, 'cache-control': 'private, no-store' } })
}
