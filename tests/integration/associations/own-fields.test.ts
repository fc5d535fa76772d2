import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { ownAssociationFields, ownAssociationWrites } from '@/lib/associations/own/fields'
import { transaction } from '@/lib/platform/db'
import { staff } from '../../support/as'
import { owner } from '../../support/db'
import { person } from '../../support/factories'
import { volunteer } from '../../support/volunteers'

let me: Actor
beforeAll(async () => {
  me = await staff('ASSOCIATION_REPRESENTATIVE')
  await person('VETERAN')
  const association = await owner().association.create({ data: { name: 'Min', kind: 'social', areas: [], contacts: { create: { name: 'Bo', fromDay: new Date('2026-01-01') } }, notes: { create: { about: 'trust', words: 'Svarer ikke', onDay: new Date('2026-01-01'), recordedBy: me.userId } } } })
  await owner().associationRepresentative.create({ data: { associationId: association.id, userId: me.userId, fromDay: new Date('2026-01-01'), recordedBy: me.userId } })
  await owner().volunteer.update({ where: { id: await volunteer({ step: 'active' }) }, data: { associationId: association.id } })
})

/** Functions that ask which association is one's own, and may be called by the application. */
const own = () => owner().$queryRaw<{ name: string; columns: string[] }[]>`
  SELECT p.proname AS name, coalesce(ARRAY(SELECT a.n FROM unnest(p.proargnames, p.proargmodes) WITH ORDINALITY AS a(n, m, at) WHERE a.m IN ('t', 'o') ORDER BY a.at), '{}') AS columns
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'access' AND p.prosrc ~ 'my_association\\(\\)|association\\.own' AND has_function_privilege('indgang_app', p.oid, 'EXECUTE') AND p.proname <> 'my_association' ORDER BY p.proname`

describe('what a representative sees', () => {
  it('is the written list, function by function and column by column', async () => {
    const found = await own()
    expect(Object.fromEntries(found.filter(({ name }) => !(ownAssociationWrites as readonly string[]).includes(name)).map(({ name, columns }) => [name, columns]))).toEqual(ownAssociationFields)
    expect(found.map(({ name }) => name).filter((name) => !(name in ownAssociationFields)).sort()).toEqual([...ownAssociationWrites].sort())
  })

  it('is in no table: their session reads no row of a citizen, of a volunteer, of an association or of what is noted about one', async () => {
    const tables = await owner().$queryRaw<{ name: string }[]>`SELECT DISTINCT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname IN ('person_id', 'volunteer_id', 'association_id', 'partnership_id', 'meeting_id', 'request_id', 'match_id') AND NOT a.attisdropped
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'v') AND has_table_privilege('indgang_app', c.oid, 'SELECT')`
    expect(tables.length).toBeGreaterThan(40)
    for (const { name } of [...tables, { name: 'person' }, { name: 'volunteer' }, { name: 'association' }, { name: 'stored_file' }, { name: 'ground_rules' }]) expect([name, await transaction({ role: 'app', token: me.token }, (tx) => tx.$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM "${name}"`)).then(([row]) => row?.n)]).toEqual([name, 0])
  })
})
