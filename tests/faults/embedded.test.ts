import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startEmbedded, stopRunning } from '@/scripts/database/embedded'

const folder = `.indgang/fault-pg-${process.pid}`
beforeEach(() => void mkdirSync('.indgang', { recursive: true }))
afterEach(async () => {
  await stopRunning(folder)
  rmSync(folder, { recursive: true, force: true })
})

/** A program that starts a server and then does as told. Its exit code or the signal that ended it. */
function program(then: string): Promise<number | string | null> {
  const code = `import { startEmbedded } from './scripts/database/embedded.ts'; const server = await startEmbedded('${folder}'); ${then}`
  const child = spawn('node_modules/.bin/tsx', ['--input-type=module', '-e', code], { stdio: ['ignore', 'ignore', 'inherit'] })
  return new Promise((resolve) => child.once('exit', (status, signal) => resolve(status ?? signal)))
}

it('a program that used the embedded server ends with its own exit code', async () => {
  expect(await program('await server.stop(); process.exitCode = 3')).toBe(3)
}, 60_000)

it('a server left behind by a program that was killed hard is found, used and ended', async () => {
  await program("process.kill(process.pid, 'SIGKILL')")
  expect(existsSync(`${folder}/postmaster.pid`)).toBe(true)
  const again = await startEmbedded(folder)
  expect(again.reused).toBe(true)
  const client = new pg.Client({ connectionString: again.url('postgres') })
  await client.connect()
  expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  await client.end()
  await stopRunning(folder)
  expect(existsSync(`${folder}/postmaster.pid`)).toBe(false)
}, 60_000)

it('a number of a process that is no database is not taken for one', async () => {
  const server = await startEmbedded(folder)
  await server.stop()
  const file = `${folder}/postmaster.pid`
  writeFileSync(file, [process.pid, process.cwd(), '0', '5432', '', '127.0.0.1', '', 'ready'].join('\n'))
  const again = await startEmbedded(folder)
  expect(again.reused).toBe(false)
  expect(readFileSync(file, 'utf8').split('\n')[0]).not.toBe(String(process.pid))
  await again.stop()
}, 60_000)
