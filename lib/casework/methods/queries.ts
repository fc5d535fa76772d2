import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { type Also, type OpenPerson, openPerson } from '@/lib/people/record/queries'
import { z } from 'zod'
import type { Entry } from '../contacts/rules'
import { newestEntries } from '../contacts/sql'
import type { CaseKind, CaseStateName } from '../cases/rules'
import type { MethodVersion } from './parts'
import { currentVersions, type Followed, followedBy } from './sql'

export type MethodCase = { id: string; kind: CaseKind; about: string | null; unit: { nameDa: string; nameEn: string }; state: CaseStateName }
/** `choices`: what a case may begin to follow. */
export type CaseMethod = { found: MethodCase; followed: Followed; choices: MethodVersion[]; newest: Entry[] } | null

/** One case of this person with its method, everything that happened in it and what else it may follow; null where there is none. Four statements. */
export function caseMethod<N>(actor: Actor, personId: string, caseId: string, also: Also<N>): Promise<OpenPerson<CaseMethod, N> | null> {
  const read: Also<CaseMethod> = async ({ tx }, { id }) => {
    if (!z.uuid().safeParse(caseId).success) return null
    const [found] = await tx.$queryRaw<MethodCase[]>`SELECT f.id, f.kind, f.about, jsonb_build_object('nameDa', n.name_da, 'nameEn', n.name_en) AS unit, (SELECT s.state FROM case_state s WHERE s.case_id = f.id ORDER BY s.number DESC LIMIT 1) AS state
      FROM case_file f JOIN unit n ON n.id = f.unit_id WHERE f.id = ${caseId}::uuid AND f.person_id = ${id}::uuid`
    if (!found) return null
    return { found, followed: (await followedBy(tx, [caseId])).get(caseId) ?? { place: null, moves: [], versions: [] }, choices: await currentVersions(tx), newest: await newestEntries(tx, id) }
  }
  return openPerson(actor, personId, 'case-method', read, also, 'case.read')
}
