'use server'

import { Refused, staffAction } from '@/lib/access/action'
import { safeNext } from '@/lib/access/rules'
import { kindsOf, readQuery } from './rules'
import { saveSearch } from './writes'
import { searchInput } from './schema'

/** Keeps the words and leads to the page that shows the answer: names are posted and never stand in an address. */
export const searchPeople = staffAction({
  name: 'searchPeople',
  may: 'person.search',
  schema: searchInput,
  async run({ actor, tx, today, audit }, { q, to }) {
    const criteria = readQuery(q, today)
    if (!criteria) throw new Refused('people.error.searchNothing', {}, 'q')
    const id = await saveSearch(tx, actor.userId, q)
    await audit({ kind: 'LIST', action: 'person.searched', details: { by: kindsOf(criteria).join() } })
    // What is no page of ours is the list.
    const asked = to ? safeNext(to) : '/'
    const page = asked === '/' ? '/people' : asked
    return { redirectTo: `${page}${page.includes('?') ? '&' : '?'}s=${id}` }
  },
})
