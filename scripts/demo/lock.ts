import { existsSync, mkdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Whether this process lives and is a demo of this folder. Where there is no /proc to ask, living is enough. */
function isDemoHere(pid: number): boolean {
  if (!Number.isInteger(pid) || pid < 1 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    if (!existsSync('/proc/self')) return true
    return readlinkSync(`/proc/${pid}/cwd`) === process.cwd() && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('scripts/demo/main')
  } catch {
    return false
  }
}

/**
 * One demo per folder: a second one would end the first one's web server and then lose the database to it. Throws with advice when one
 * runs; returns what gives the folder free again. After a supervisor that was killed hard the folder is free, and what it left is ours.
 */
export function takeFolder(file: string): () => void {
  if (existsSync(file)) {
    const pid = Number(readFileSync(file, 'utf8'))
    if (isDemoHere(pid)) throw new Error(`The demo of this folder already runs (process ${pid}). Stop it with Ctrl-C where it was started.`)
  }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, String(process.pid))
  return () => rmSync(file, { force: true })
}
