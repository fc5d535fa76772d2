'use server'

import { Refused, staffAction } from '@/lib/access/action'
import { dayToDb } from '@/lib/platform/day'
import { saved } from '../record/saved'
import { kindsOf, readQuery } from '../search/rules'
import { saveSearch } from '../search/writes'
import { endRelationInput, homeInput, relationInput, relativeSearchInput } from './schema'
import { relate } from './writes'

/** Looks for the relative among those already known, before anybody is created twice. */
export const searchRelative = staffAction({
  name: 'searchRelative',
  may: 'person.search',
  schema: relativeSearchInput,
  async run({ actor, tx, today, audit }, { personId, q }) {
    const criteria = readQuery(q, today)
    if (!criteria) throw new Refused('people.error.searchNothing', {}, 'q')
    const id = await saveSearch(tx, actor.userId, q)
    await audit({ kind: 'LIST', action: 'person.searched', details: { by: kindsOf(criteria).join() } })
    return { redirectTo: `/people/${personId}/edit/relation?s=${id}` }
  },
})

export const addRelation = staffAction({
  name: 'addRelation',
  may: 'person.update',
  schema: relationInput,
  async run({ tx, today, audit }, input) {
    await relate(tx, input, today)
    await audit({ action: 'relation.added', personId: input.personId, people: [input.relatedId] })
    return saved(input.personId)
  },
})

/** Whether the two live together, where an address does not say it by itself. A protected address holds for the whole household. */
export const setHome = staffAction({
  name: 'setHome',
  may: 'person.update',
  schema: homeInput,
  async run({ tx, audit }, { personId, row, together }) {
    const { count } = await tx.relation.updateMany({ where: { id: row, toDay: null, OR: [{ personId }, { relatedPersonId: personId }] }, data: { livesTogether: together === 'yes' } })
    if (count !== 1) throw new Refused('people.error.notFound')
    await audit({ action: 'relation.home-changed', personId, details: { together } })
    return saved(personId)
  },
})

export const endRelation = staffAction({
  name: 'endRelation',
  may: 'person.update',
  schema: endRelationInput,
  async run({ tx, today, audit }, { personId, row }) {
    // From either side: the relation belongs to both.
    const { count } = await tx.relation.updateMany({ where: { id: row, toDay: null, OR: [{ personId }, { relatedPersonId: personId }] }, data: { toDay: dayToDb(today) } })
    if (count !== 1) throw new Refused('people.error.notFound')
    await audit({ action: 'relation.ended', personId })
    return saved(personId)
  },
})
