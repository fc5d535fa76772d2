'use server'

import { SearchRefused, staffAction } from '@/lib/access/action'
import { foldName } from '@/lib/people/names/fold'
import { blindIndex } from '@/lib/platform/crypto/sealed'
import { explainInput } from './schema'

/** Whom the question is about. The number and the name are in the form alone; the answer's address holds ids. */
export const findExplained = staffAction({
  name: 'findExplained',
  may: 'access.explain',
  schema: explainInput,
  repeatable: true,
  seeks: ({ who }) => Boolean(who),
  async run({ tx, audit }, { user, who }) {
    const address = new URLSearchParams(user ? { user } : {})
    let found: { id: string }[] = []
    if (who) {
      const [hash, name, born] = 'cpr' in who ? [blindIndex(who.cpr), '', null] : [null, foldName(who.name), who.born]
      found = await tx.$queryRaw<{ id: string }[]>`SELECT explain_subject::text AS id FROM access.explain_subject(${hash}::bytea, ${name}, ${born}::date)`
    }
    const sought = { action: 'access.sought', people: found.map((row) => row.id), details: { by: who ? ('cpr' in who ? 'cpr' : 'name') : 'user', found: found.length } }
    if (who && found.length !== 1) throw new SearchRefused(found.length === 0 ? 'oversight.error.nobody' : 'oversight.error.several', { count: found.length }, 'cpr', [{ kind: 'DENIED', ...sought }])
    await audit({ kind: 'LIST', ...sought })
    if (found[0]) address.set('person', found[0].id)
    return { redirectTo: `/admin/access?${address}` }
  },
})
