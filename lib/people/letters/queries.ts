import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import { hidesAddress } from '../protection/rules'

/** The filed letter itself, as it left: of somebody protected with a fresh proof. Null where it is not filed, not this person's, or not the reader's to see. */
export async function letterFile(actor: Actor, personId: string, letterId: string): Promise<{ bytes: Uint8Array; mime: string } | null> {
  if (![personId, letterId].every((id) => z.uuid().safeParse(id).success)) return null
  return readAs(actor, 'letter.open', async ({ tx, prove, shown }) => {
    const [file] = await tx.$queryRaw<{ bytes: Uint8Array; mime: string; protection: string }[]>`SELECT f.bytes, f.mime, p.protection::text FROM letter l JOIN stored_file f ON f.id = l.file_id
      JOIN person p ON p.id = l.person_id WHERE l.id = ${letterId}::uuid AND ${personId}::uuid IN (p.id, p.merged_into_id)`
    if (!file) return null
    if (hidesAddress(file.protection)) await prove('person.read.protected-address')
    shown({ kind: 'VIEW', action: 'letter.viewed', personId, details: { letter: letterId } })
    return file
  })
}
