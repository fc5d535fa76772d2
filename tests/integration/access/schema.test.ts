import { expect, it } from 'vitest'
import { inject } from 'vitest'
import { schemaSql } from '@/scripts/database/diff'
import { ownerClient } from '@/prisma/client'
import { owner } from '../../support/db'
import { databaseUrl, query } from '../../support/database-server'

type Column = { table_name: string; column_name: string; udt_name: string; is_nullable: string }

// Made by migrations alone, because Prisma's schema has no word for them.
const onlyInMigrations = new Set(['person.search_name', 'address.search_street'])

async function columns(db: ReturnType<typeof owner>): Promise<string[]> {
  const rows = await db.$queryRawUnsafe<Column[]>(`SELECT c.table_name, c.column_name, c.udt_name, c.is_nullable FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name) WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.table_name <> '_prisma_migrations'`)
  return rows.filter((row) => !onlyInMigrations.has(`${row.table_name}.${row.column_name}`)).map((row) => `${row.table_name}.${row.column_name} ${row.udt_name} ${row.is_nullable}`).sort()
}

it('the migrations make what the schema says', async () => {
  const name = `indgang_schema_${process.pid}`
  await query(inject('ownerUrl'), `DROP DATABASE IF EXISTS ${name}`, `CREATE DATABASE ${name}`)
  const url = databaseUrl(inject('ownerUrl'), name)
  await query(url, await schemaSql(url))
  const fromSchema = ownerClient(url)
  const wanted = await columns(fromSchema)
  await fromSchema.$disconnect()
  await query(inject('ownerUrl'), `DROP DATABASE ${name} WITH (FORCE)`)
  expect(wanted.length).toBeGreaterThan(100)
  expect(await columns(owner())).toEqual(wanted)
})
