'use server'

import { createHash } from 'node:crypto'
import { Refused, staffAction } from '@/lib/access/action'
import { phone } from '../contacts/schema'
import { likelyDuplicates } from '../duplicates/likely'
import { relate } from '../relations/writes'
import { RELATION_KINDS } from '../relations/schema'
import { saved } from '../record/saved'
import { keepDraft, openSearch } from '../search/writes'
import { createInput } from './schema'
import { insertPerson } from './writes'

/**
 * Only after a search, and past the likely duplicates only by saying so. Sent twice it is done once: the search is locked and remembers
 * whom it became. (A submission id would also answer a corrected form with the old page.)
 */
export const createPerson = staffAction({
  name: 'createPerson',
  may: 'person.create',
  schema: createInput,
  seeks: ({ cpr }) => cpr !== '',
  async run({ actor, tx, today, audit }, { s, anyway, relativeOf, relation, ...input }) {
    await tx.$queryRaw`SELECT id FROM person_search WHERE id = ${s}::uuid FOR UPDATE`
    const search = await openSearch(tx, s)
    if (!search) throw new Refused('people.error.searchFirst')
    const print = createHash('sha256').update(JSON.stringify(input)).digest('hex')
    const done = search.draft?.createdId
    if (typeof done === 'string' && search.draft?.print === print) {
      await audit({ kind: 'VIEW', action: 'person.create-repeated', personId: done })
      return saved(done, 'created')
    }
    const kind = RELATION_KINDS.find((one) => one === relation)
    if (relativeOf && !kind) throw new Refused('people.error.choose', {}, 'relation')
    const likely = anyway ? [] : await likelyDuplicates(tx, { ...input, phone: phone(input.phone) })
    if (likely.length > 0) {
      await keepDraft(tx, s, { ...input, relativeOf: relativeOf ?? '', relation })
      await audit({ kind: 'LIST', action: 'person.duplicates-shown', people: likely.map((person) => person.id) })
      return { redirectTo: `/people/new?s=${s}&check=1` }
    }
    const personId = await insertPerson(tx, actor, input, today)
    if (relativeOf && kind) await relate(tx, { personId: relativeOf, relatedId: personId, kind }, today)
    await keepDraft(tx, s, { createdId: personId, print })
    await audit({ action: 'person.created', personId, details: { anyway: anyway === 'yes' } })
    return saved(personId, 'created')
  },
})
