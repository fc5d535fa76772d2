import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'

const pidFile = '.indgang/demo-web.pid'

/** Ends a web server of this clone that outlived its supervisor (killed hard). Never touches a process of another folder. */
async function endOrphan(): Promise<void> {
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8'))
  rmSync(pidFile, { force: true })
  try {
    if (readlinkSync(`/proc/${pid}/cwd`) !== process.cwd()) return
    process.kill(pid, 'SIGTERM')
    for (let i = 0; i < 50; i++) {
      await new Promise((done) => setTimeout(done, 100))
      process.kill(pid, 0)
    }
  } catch {
    // It is gone, or there is no /proc to ask: then the port check below speaks.
  }
}

function portIsFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}

/** Starts the built product on 127.0.0.1 and waits until it says it is ready. */
export async function startWeb(port: number, environment: Record<string, string>): Promise<ChildProcess> {
  await endOrphan()
  if (!(await portIsFree(port))) throw new Error(`Port ${port} is taken by another program. Choose another: npm run demo -- --port ${port + 1}`)
  const child = spawn('node_modules/.bin/next', ['start', '-H', '127.0.0.1', '-p', String(port)], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...environment, NODE_ENV: 'production' } })
  if (child.pid) writeFileSync(pidFile, String(child.pid))
  const giveUp = Date.now() + 60_000
  while (Date.now() < giveUp) {
    if (child.exitCode !== null) throw new Error('The web server stopped while starting; the reason stands above')
    const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`).catch(() => null)
    if (answer?.ok) return child
    await new Promise((done) => setTimeout(done, 150))
  }
  child.kill('SIGKILL')
  throw new Error('The web server did not become ready within a minute')
}

/** Asks the web server to finish and waits for it; after ten seconds it is ended. */
export async function stopWeb(child: ChildProcess): Promise<void> {
  rmSync(pidFile, { force: true })
  if (child.exitCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await gone
  clearTimeout(timer)
}
