import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { freePort } from '@/scripts/database/embedded'
import type { Figure } from './figure'

/** Seconds from `npm run demo` to the line that says where it runs. Leaves the demo running. */
async function start(folder: string, port: number, log: (line: string) => void): Promise<{ seconds: number; demo: ChildProcess }> {
  const began = Date.now()
  // Not this project's tools: a newcomer has only what is on the machine.
  const PATH = (process.env.PATH ?? '').split(':').filter((part) => !part.includes('node_modules')).join(':')
  const { DATABASE_URL: _url, ...environment } = process.env
  const demo = spawn('npm', ['run', 'demo', '--', '--port', String(port)], { cwd: folder, env: { ...environment, PATH }, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      for (const line of chunk.toString().split('\n').filter((one) => /^\s*\d+\.\d s /.test(one))) log(line.trim())
      if (chunk.toString().includes('Ready: ')) resolve()
    }
    demo.stdout.on('data', read)
    demo.stderr.on('data', (chunk: Buffer) => log(chunk.toString().trim().slice(0, 300)))
    demo.once('exit', (code) => reject(new Error(`the demo ended with ${code}`)))
  })
  const answer = await fetch(`http://127.0.0.1:${port}/sign-in`)
  if (answer.status !== 200) throw new Error(`The sign-in page answers ${answer.status}`)
  return { seconds: (Date.now() - began) / 1000, demo }
}

/** As Ctrl-C does, which reaches every process of the terminal; everything must be gone, or the next start would meet it. */
async function stop(demo: ChildProcess, port: number): Promise<void> {
  const gone = new Promise<void>((resolve) => demo.once('exit', () => resolve()))
  if (demo.pid) process.kill(-demo.pid, 'SIGINT')
  await gone
  // npm may be gone before what it started: that has some seconds to end in, and no more.
  const until = Date.now() + 15_000
  while (await fetch(`http://127.0.0.1:${port}/api/health/live`).catch(() => null)) {
    if (Date.now() > until) throw new Error('The demo still answers after it was stopped')
    await setTimeout(200)
  }
}

const figure: Figure = {
  bound: '≤ 240 s from a fresh clone, ≤ 15 s the second time',
  database: false,
  async figure({ log }) {
    const above = mkdtempSync(join(tmpdir(), 'indgang-'))
    // PostgreSQL never runs as root: where this does, its user must reach the programs in the clone.
    chmodSync(above, 0o755)
    const folder = join(above, 'clone')
    try {
      execFileSync('git', ['clone', '-q', process.cwd(), folder])
      const port = await freePort()
      const first = await start(folder, port, log)
      await stop(first.demo, port)
      const second = await start(folder, port, log)
      await stop(second.demo, port)
      const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`
      return { value: `${first.seconds.toFixed(0)} s, then ${second.seconds.toFixed(1)} s on ${machine}`, ok: first.seconds <= 240 && second.seconds <= 15 }
    } finally {
      rmSync(above, { recursive: true, force: true })
    }
  },
}
export default figure
