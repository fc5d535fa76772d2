import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import type { MoveRow } from '../sql'
import { followedBy } from '../sql'
import type { Place } from '../rules'

export type ToCertify = { name: string; municipality: string; unit: { nameDa: string; nameEn: string }; place: Place; moves: MoveRow[] }
type Person = { name: string; municipality: string; unit: ToCertify['unit'] }

/** What a certificate says, noted as handed out; null where there is no such case, no certificate, the way is not completed, or the person is reached by emergency access alone. Two statements. */
export function certificateOf(actor: Actor, personId: string, caseId: string): Promise<ToCertify | null> {
  return readAs(actor, 'case.manage', async ({ tx, shown }) => {
    if (!z.uuid().safeParse(personId).success || !z.uuid().safeParse(caseId).success) return null
    const [found] = await tx.$queryRaw<Person[]>`SELECT p.first_name || ' ' || p.last_name AS name, (SELECT m.name FROM municipality m LIMIT 1) AS municipality, jsonb_build_object('nameDa', n.name_da, 'nameEn', n.name_en) AS unit
      FROM case_file f JOIN person p ON p.id = f.person_id JOIN unit n ON n.id = f.unit_id WHERE f.id = ${caseId}::uuid AND p.id = ${personId}::uuid AND p.merged_into_id IS NULL AND access.reaches_lastingly(p.id)`
    const followed = found && (await followedBy(tx, [caseId])).get(caseId)
    if (!found || !followed?.place?.finishedOn || !followed.place.method.certificate) return null
    shown({ kind: 'DISCLOSURE', action: 'case.certificate-made', personId, details: { case: caseId } })
    return { ...found, place: followed.place, moves: followed.moves }
  })
}
