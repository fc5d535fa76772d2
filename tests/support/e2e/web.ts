import { spawn, type ChildProcess } from 'node:child_process'

/** Starts the built product on this port. Waits until it is ready, unless `ready` is false. `heard` is handed everything the server writes about itself. */
export async function startBuilt(port: number, environment: Record<string, string>, ready = true, heard?: (text: string) => void): Promise<ChildProcess> {
  const child = spawn('node_modules/.bin/next', ['start', '-H', '127.0.0.1', '-p', String(port)], { stdio: ['ignore', heard ? 'pipe' : 'ignore', heard ? 'pipe' : 'inherit'], env: { ...process.env, ...environment, NODE_ENV: 'production' } })
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => heard?.(chunk.toString()))
  const path = ready ? 'ready' : 'live'
  for (const giveUp = Date.now() + 60_000; Date.now() < giveUp; ) {
    if (child.exitCode !== null) throw new Error('The web server stopped while starting')
    const answer = await fetch(`http://127.0.0.1:${port}/api/health/${path}`).catch(() => null)
    if (answer?.ok) return child
    await new Promise((done) => setTimeout(done, 100))
  }
  child.kill('SIGKILL')
  throw new Error('The web server did not answer within a minute')
}

export async function stopBuilt(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await gone
  clearTimeout(timer)
}
