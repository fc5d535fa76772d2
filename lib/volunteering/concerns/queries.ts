import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'
import type { ConcernKind } from './rules'

/** `words`: null where the citizen's name may not be known: then somebody rings the volunteer. */
export type Concern = { id: string; matchId: string; matchNumber: number; volunteerId: string; volunteer: string; phone: string | null; name: string | null; kind: ConcernKind; words: string | null; raisedAt: Date; settledAt: Date | null; settledWords: string | null }
/** How many that somebody took care of are shown beside those nobody has. */
const SETTLED = 20

/** What volunteers are worried about: what nobody has taken care of, those who felt unsafe first, and the last that somebody did. One statement. */
export function listConcerns(actor: Actor): Promise<{ open: Concern[]; settled: Concern[] }> {
  return readAs(actor, 'volunteer.match', async ({ tx, shown }) => {
    const rows = await tx.$queryRaw<(Concern & { personId: string | null })[]>`SELECT id::text, match_id::text AS "matchId", match_number AS "matchNumber", volunteer_id::text AS "volunteerId", volunteer, phone, person_id::text AS "personId", name, kind, words, raised_at AS "raisedAt", settled_at AS "settledAt", settled_words AS "settledWords" FROM access.match_concerns()`
    const [open, settled] = [rows.filter((one) => !one.settledAt), rows.filter((one) => one.settledAt).slice(0, SETTLED)]
    shown({ action: 'volunteer.concerns-listed', people: [...new Set([...open, ...settled].flatMap(({ personId }) => personId ?? []))], details: { shown: open.length + settled.length } })
    const plain = ({ personId: _, ...one }: Concern & { personId: string | null }): Concern => one
    return { open: open.map(plain), settled: settled.map(plain) }
  })
}
