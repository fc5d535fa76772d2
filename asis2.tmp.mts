import { mkdirSync, rmSync } from 'node:fs'
import pg from 'pg'
import { ownerClient } from '@/prisma/client'
import { loadReference } from '@/prisma/reference'
import { databaseUrl, query } from '@/tests/support/database-server'
import { startEmbedded } from '@/scripts/database/embedded'
import { appUrl, jobsUrl, migrate } from '@/scripts/database/migrate'
const names = process.argv.slice(2)
const server = await startEmbedded(`.indgang/asis-pg-${process.pid}`, ['-c', 'fsync=off', '-c', 'shared_buffers=256MB'])
await query(server.url('postgres'), 'CREATE DATABASE asis'); const url = databaseUrl(server.url('postgres'), 'asis')
await migrate(url, 'x'); const o = ownerClient(url); await loadReference(o); await o.$disconnect()
Object.assign(process.env, { DATABASE_APP_URL: appUrl(url, 'x'), DATABASE_JOBS_URL: jobsUrl(url, 'x'), FIELD_KEY: '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff', NEXTAUTH_SECRET: 'a secret that is long enough for the figures', PUBLIC_URL: 'https://indgang.example', SPOOL_DIR: '.indgang/figure-spool', LOG_LEVEL: 'silent', DEMO: 'true' })
const { smallWorld } = await import('@/tests/proof/small-world')
const { openAskers, plantMoreTies } = await import('@/tests/proof/askers')
const { openTables } = await import('@/tests/proof/rows')
const { knowPeople, calls } = await import('@/tests/proof/calls')
const { asItIs, policyMutants, functionMutants, judge, inOrder } = await import('@/tests/proof/mutants')
const db = new pg.Client({ connectionString: url }); await db.connect()
const world = await smallWorld(url, db); await plantMoreTies(db)
const suite: any = { askers: inOrder(await openAskers(db, world)), tables: await openTables(db, world), reach: new Map(), known: new Set() }
await knowPeople(db, world)
const wanted = calls.filter((c: any) => names.includes(c.table) || names.some((n) => c.sql.includes(`access.${n}(`)))
for (const a of suite.askers) for (const w of await asItIs(db, suite, a, names, wanted)) console.log('WRONG', w)
console.log(`${wanted.length} calls, ${names.length} tables asked`)
if (process.env.MUT) {
  const all = [...(await policyMutants(db)), ...(await functionMutants(db))].filter((m: any) => (names.includes(m.table) || names.includes(m.function ?? '')) && !m.same)
  let n = 0
  for (const m of all) { const r = await judge(db, { ...suite, known: new Set() }, m); if (!r.by) console.log(r.stillborn ? 'stillborn' : 'SURVIVES', m.name, m.how); else n++ }
  console.log(`${n} of ${all.length} noticed`)
}
await db.end(); await server.stop(); process.exit(0)
