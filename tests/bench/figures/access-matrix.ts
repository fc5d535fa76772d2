import type pg from 'pg'
import { compareEntryPoints } from '@/tests/access/entry-points'
import { appUrl, jobsUrl } from '@/scripts/database/migrate'
import { withoutFramework } from '@/tests/proof/request'
import type { World } from '@/tests/probes/world'
import { databaseUrl, query, townClient } from '@/tests/support/database-server'
import { randomFrom } from '../letters-data'
import type { Figure, FigureOptions } from './figure'

type Layer = { cells: number; wrong: string[] }
/** Whether this one is asked. Of the small figure a share of each layer, drawn by the seed. */
type Wanted = () => boolean

function shareOf(small: boolean, seed: number, share: number): Wanted {
  const random = randomFrom(seed)
  return () => !small || random() < share
}

/** A second database beside the first, for the server: what one layer writes must not answer for another. */
async function beside(ownerUrl: string): Promise<string> {
  await query(databaseUrl(ownerUrl, 'postgres'), 'DROP DATABASE IF EXISTS indgang_figure_web WITH (FORCE)', 'CREATE DATABASE indgang_figure_web TEMPLATE indgang_figure')
  return databaseUrl(ownerUrl, 'indgang_figure_web')
}

async function inDatabase(db: pg.Client, world: World, wanted: Wanted): Promise<Layer> {
  const { openAskers } = await import('@/tests/proof/askers')
  const { askTable, disagrees, inWords, openTables } = await import('@/tests/proof/rows')
  const { askCalls, calls, callInWords, knowPeople } = await import('@/tests/proof/calls')
  const askers = await openAskers(db, world)
  const layer: Layer = { cells: 0, wrong: [] }
  const tables = await openTables(db, world)
  for (const table of tables) {
    await db.query('BEGIN')
    for (const asker of askers.filter(wanted)) {
      const cells = await askTable(db, table, asker)
      layer.cells += cells.length
      layer.wrong.push(...cells.filter(disagrees).map(inWords))
    }
    await db.query('ROLLBACK')
  }
  await knowPeople(db, world)
  await db.query('BEGIN')
  for (const asker of askers) {
    const cells = await askCalls(db, asker, calls.filter(wanted))
    layer.cells += cells.length
    layer.wrong.push(...cells.filter(({ declared, found }) => declared !== found).map(callInWords))
  }
  await db.query('ROLLBACK')
  return layer
}

async function called(db: pg.Client, world: World, wanted: Wanted): Promise<Layer> {
  const { askApp } = await import('@/tests/proof/app')
  const { cellInWords } = await import('@/tests/proof/cells')
  const { nameEverybody } = await import('@/tests/proof/surfaces')
  nameEverybody(new Map((await db.query<{ id: string; name: string }>('SELECT id, last_name AS name FROM person')).rows.map(({ id, name }) => [id, name])))
  const cells = await askApp(db, world, wanted)
  return { cells: cells.length, wrong: cells.filter(({ declared, found }) => declared !== found).map(cellInWords) }
}

async function overHttp(ownerUrl: string, appPassword: string, wanted: Wanted): Promise<Layer> {
  const { breakGround } = await import('@/tests/probes/ground')
  const { askHttp } = await import('@/tests/proof/http')
  const { askHttpSurfaces } = await import('@/tests/proof/http-surfaces')
  const { cellInWords } = await import('@/tests/proof/cells')
  const ground = await breakGround(ownerUrl, { DATABASE_APP_URL: appUrl(ownerUrl, appPassword), DATABASE_JOBS_URL: jobsUrl(ownerUrl, appPassword) })
  try {
    // Signing out everywhere is among the actions: it comes last.
    const cells = [...(await askHttpSurfaces(ground, wanted)), ...(await askHttp(ground, wanted))]
    return { cells: cells.length, wrong: cells.filter(({ declared, found }) => declared !== found).map(cellInWords) }
  } finally {
    await ground.stop()
  }
}

const none: Layer = { cells: 0, wrong: [] }

async function layers({ ownerUrl, appPassword, log, small, seed, only }: FigureOptions): Promise<{ database: Layer; app: Layer; http: Layer }> {
  const asked = (layer: 'database' | 'code' | 'http') => only.length === 0 || only.includes(layer)
  const web = await beside(ownerUrl)
  const { smallWorld } = await import('@/tests/proof/small-world')
  const { plantMoreTies } = await import('@/tests/proof/askers')
  const db = townClient(ownerUrl)
  await db.connect()
  try {
    const world = await smallWorld(ownerUrl, db)
    await plantMoreTies(db)
    const database = !asked('database') ? none : await inDatabase(db, world, shareOf(small, seed, 0.03))
    log(`database: ${database.cells} cells, ${database.wrong.length} disagree`)
    const app = !asked('code') ? none : await called(db, world, shareOf(small, seed, 0.2))
    log(`called directly: ${app.cells} cells, ${app.wrong.length} disagree`)
    const http = !asked('http') ? none : await overHttp(web, appPassword, shareOf(small, seed, 0.08))
    log(`over HTTP: ${http.cells} cells, ${http.wrong.length} disagree`)
    return { database, app, http }
  } finally {
    await db.end()
    await (await import('@/lib/platform/db')).closeDatabase()
  }
}

const figure: Figure = {
  bound: 'every declared cell asked of code, database and server: 0 disagreements; 0 entry points undeclared',
  database: true,
  async figure(options) {
    withoutFramework()
    const entries = compareEntryPoints()
    const undeclared = [...entries.undeclared, ...entries.missing.map((one) => `gone: ${one}`), ...entries.withoutPolicy.map((one) => `asks for nothing: ${one}`)]
    const { database, app, http } = await layers(options)
    const wrong = [...database.wrong, ...app.wrong, ...http.wrong]
    return {
      value: `${database.cells + app.cells + http.cells} cells (database ${database.cells}, code ${app.cells}, HTTP ${http.cells}), ${wrong.length} disagreements; ${entries.found} entry points, ${undeclared.length} undeclared`,
      ok: wrong.length === 0 && undeclared.length === 0 && (options.only.length > 0 || Math.min(database.cells, app.cells, http.cells) > (options.small ? 300 : 1000)),
      details: [...entries.excused.map((one) => `open to everybody: ${one}`), ...undeclared, ...[database, app, http].flatMap((layer) => layer.wrong.slice(0, 40))],
    }
  },
}
export default figure
