import 'server-only'
import { blindIndex } from '@/lib/platform/crypto/sealed'
import type { Day } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { readCpr } from '../cpr/rules'
import { sameNameHint } from '../names/rules'
import { findPeople } from '../search/sql'
import { type DuplicateScore, type IdentityFacts, scorePair } from './rules'

export type Likely = DuplicateScore & { id: string; firstName: string; lastName: string; birthDate: Day | null }
export type Newcomer = { firstName: string; lastName: string; birthDate: Day | null; cpr: string; phone: string | null }

/** Who among the people the reader may see could be this person already: by number, phone, birth date or name, most likely first. */
export async function likelyDuplicates(tx: Tx, who: Newcomer): Promise<Likely[]> {
  const reading = readCpr(who.cpr)
  const digits = 'digits' in reading ? reading.digits : null
  const none = { words: [] as string[], born: null, phone: null, cpr: null }
  const words = `${who.firstName} ${who.lastName}`.split(/\s+/).filter(Boolean)
  const ways = [
    { ...none, words: words.length > 2 ? [words[0] ?? '', words.at(-1) ?? ''] : words },
    ...(who.birthDate || who.phone || digits ? [{ ...none, born: who.birthDate, phone: who.phone, cpr: digits }] : []),
  ]
  const ids = new Set<string>()
  for (const way of ways) for (const row of (await findPeople(tx, way, { gone: true, limit: 40, offset: 0 })).rows) ids.add(row.id)
  if (ids.size === 0) return []
  const mine: IdentityFacts = { given: who.firstName, family: who.lastName, cprHash: digits && Buffer.from(blindIndex(digits)).toString('hex'), cprIsReplacement: reading.kind === 'replacement', birthDate: who.birthDate, phones: who.phone ? [who.phone] : [], emails: [], addressKey: null }
  const facts = await identityFacts(tx, [...ids])
  return facts
    .flatMap(({ id, ...theirs }) => {
      const score = scorePair(mine, theirs) ?? sameNameOnly(mine, theirs)
      return score ? [{ ...score, id, firstName: theirs.given, lastName: theirs.family, birthDate: theirs.birthDate }] : []
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, 8)
}

/** Two people may share a name, so a name alone makes no pair; but whoever types that very name again, and cannot tell the two apart by birth, is asked. */
function sameNameOnly(mine: IdentityFacts, theirs: IdentityFacts): DuplicateScore | null {
  if (mine.birthDate && theirs.birthDate) return null
  return sameNameHint(mine, theirs) === 'same' ? { level: 'possible', score: 0, reasons: ['same-name'] } : null
}

/** What records are compared by, in one statement. An address only where it is open: a protected one tells nobody that two records share it. */
export async function identityFacts(tx: Tx, ids: string[]): Promise<(IdentityFacts & { id: string })[]> {
  const rows = await tx.$queryRaw<{ facts: IdentityFacts & { id: string } }[]>`
    SELECT jsonb_build_object('id', p.id, 'given', p.first_name, 'family', p.last_name, 'birthDate', p.birth_date,
      'cprHash', (SELECT encode(c.keyed_hash, 'hex') FROM person_cpr c WHERE c.person_id = p.id),
      'cprIsReplacement', coalesce((SELECT c.kind = 'REPLACEMENT' FROM person_cpr c WHERE c.person_id = p.id), false),
      'phones', coalesce((SELECT jsonb_agg(c.value) FROM contact_point c WHERE c.person_id = p.id AND c.kind = 'PHONE' AND c.to_day IS NULL), '[]'),
      'emails', coalesce((SELECT jsonb_agg(c.value) FROM contact_point c WHERE c.person_id = p.id AND c.kind = 'EMAIL' AND c.to_day IS NULL), '[]'),
      'addressKey', (SELECT a.search_street || '|' || coalesce(a.floor, '') || '|' || coalesce(a.door, '') || '|' || a.postcode FROM address a
        WHERE a.person_id = p.id AND a.to_day IS NULL ORDER BY a.from_day DESC NULLS LAST LIMIT 1)) AS facts
    FROM person p WHERE p.id = ANY (${ids}::uuid[]) AND p.merged_into_id IS NULL`
  return rows.map((row) => row.facts)
}
