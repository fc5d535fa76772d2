'use server'

import { getTranslations } from 'next-intl/server'
import { Refused, staffAction } from '@/lib/access/action'
import { blindIndex } from '@/lib/platform/crypto/sealed'
import { endRelationInput, ownRelationInput } from './schema'

/** Closes a person to oneself. The answer is the same whether or not they are in the register. */
export const declareRelation = staffAction({
  name: 'declareRelation',
  may: 'self',
  schema: ownRelationInput,
  keepSecret: ['cpr'],
  async run({ tx, audit }, { kind, who }) {
    const [name, born, hash] = 'cpr' in who ? [null, null, blindIndex(who.cpr)] : [who.name, who.born, null]
    await tx.$queryRaw`SELECT access.declare_relation(${kind}, ${name}, ${born}::date, ${hash}::bytea)`
    await audit({ action: 'relation.declared', details: { kind } })
    return { message: (await getTranslations('oversight.close'))('declared') }
  },
})

/** One declared by mistake, ended by an administrator: nobody opens a file to themselves. */
export const endOwnRelation = staffAction({
  name: 'endOwnRelation',
  may: 'user.manage',
  schema: endRelationInput,
  async run({ tx, audit }, { relationId, userId }) {
    const [ended] = await tx.$queryRaw<{ user: string | null }[]>`SELECT access.end_relation(${relationId}::uuid)::text AS user`
    if (ended?.user !== userId) throw new Refused('oversight.close.error.gone')
    await audit({ action: 'relation.undeclared', details: { user: userId, relation: relationId } })
    return { redirectTo: `/admin/users/${userId}` }
  },
})
