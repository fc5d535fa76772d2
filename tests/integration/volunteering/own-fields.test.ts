import { beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '@/lib/platform/db'
import { ownFields, ownWrites } from '@/lib/volunteering/own/fields'
import { loadReference } from '@/prisma/reference'
import type { Actor } from '@/lib/access/permissions'
import { owner } from '../../support/db'
import { staff } from '../../support/as'
import { person } from '../../support/factories'
import { volunteerActor } from '../../support/volunteers'

let me: Actor
beforeAll(async () => {
  await loadReference(owner())
  me = (await volunteerActor()).actor
  await person('VETERAN')
})

/** Functions that ask for the right to one's own page, or for who it is, and may be called by the application. */
const own = () => owner().$queryRaw<{ name: string; columns: string[] }[]>`
  SELECT p.proname AS name, coalesce(ARRAY(SELECT a.n FROM unnest(p.proargnames, p.proargmodes) WITH ORDINALITY AS a(n, m, at) WHERE a.m IN ('t', 'o') ORDER BY a.at), '{}') AS columns
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'access' AND p.prosrc ~ 'my_volunteer|my_open_match|volunteer[.]own' AND has_function_privilege('indgang_app', p.oid, 'EXECUTE') AND p.proname NOT IN ('my_volunteer') ORDER BY p.proname`

describe('what a volunteer sees', () => {
  it('is the written list, function by function and column by column', async () => {
    const found = await own()
    expect(Object.fromEntries(found.filter(({ name }) => !(ownWrites as readonly string[]).includes(name)).map(({ name, columns }) => [name, columns]))).toEqual(ownFields)
    expect(found.map(({ name }) => name).filter((name) => !(name in ownFields)).sort()).toEqual([...ownWrites].sort())
  })

  it('is in no table: their session reads no row of any citizen, and none of any volunteer, themselves included', async () => {
    const tables = await owner().$queryRaw<{ name: string }[]>`SELECT DISTINCT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname IN ('person_id', 'volunteer_id', 'request_id', 'match_id') AND NOT a.attisdropped
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'v') AND has_table_privilege('indgang_app', c.oid, 'SELECT')`
    expect(tables.length).toBeGreaterThan(40)
    for (const { name } of [...tables, { name: 'person' }, { name: 'volunteer' }]) expect([name, await transaction({ role: 'app', token: me.token }, (tx) => tx.$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM "${name}"`)).then(([row]) => row?.n)]).toEqual([name, 0])
  })

  it('is not found out by declaring somebody: what one then cannot see would tell who is in the register', async () => {
    const declare = (token: string) => transaction({ role: 'app', token }, (tx) => tx.$queryRaw<[{ id: string | null }]>`SELECT access.declare_relation('FRIEND', 'Navn Navnesen', '1980-01-01'::date, NULL)::text AS id`)
    expect(await declare(me.token)).toEqual([{ id: null }])
    expect((await declare((await staff('CASEWORKER')).token))[0].id).not.toBeNull()
  })
})
