'use server'

import { Refused, staffAction } from '@/lib/access/action'
import { unseal } from '@/lib/platform/crypto/sealed'
import { saved } from '../record/saved'
import { refuseStalePerson } from '../record/versions'
import { formatCpr } from './rules'
import { cprInput, revealInput } from './schema'
import { writeCpr } from './writes'

/** The whole number, on a click that stands in the audit trail. */
export const revealCpr = staffAction({
  name: 'revealCpr',
  may: 'person.read.cpr',
  // A remembered answer would be the number in clear.
  repeatable: true,
  schema: revealInput,
  async run({ tx, audit }, { personId }) {
    const row = await tx.personCpr.findFirst({ where: { personId } })
    if (!row) throw new Refused('people.error.notFound')
    await audit({ kind: 'VIEW', action: 'person.cpr-viewed', personId })
    return { message: formatCpr(unseal(row.cipher)) }
  },
})

/** Replaces, sets or removes the number. The person's version guards it: the number has none of its own. */
export const updateCpr = staffAction({
  name: 'updateCpr',
  may: 'person.update',
  schema: cprInput,
  seeks: ({ cpr }) => cpr !== '',
  async run({ tx, audit }, { personId, version, cpr }) {
    const { count } = await tx.person.updateMany({ where: { id: personId, version, mergedIntoId: null }, data: { version: { increment: 1 } } })
    if (count !== 1) await refuseStalePerson(tx, personId, await tx.person.findFirst({ where: { id: personId, mergedIntoId: null } }), {})
    await writeCpr(tx, personId, cpr)
    await audit({ action: 'person.cpr-changed', personId, details: { removed: cpr === '' } })
    return saved(personId)
  },
})
