// What has to hold before anything of the project can run: its packages (a current Node among them) and the database client.
// Plain JavaScript for whatever Node the machine has; everything after it runs on the project's own.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const bin = join(root, 'node_modules', '.bin')

function stamp(name, value) {
  const file = join(root, '.indgang', name)
  if (value === undefined) return existsSync(file) ? readFileSync(file, 'utf8') : ''
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, value)
}

function hashOf(...files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/** `npm install`, not `npm ci`: the lock may have been made where packages for other systems could not be had, which ci refuses. */
export function ensurePackages(log = console.log) {
  const wanted = hashOf('package-lock.json', 'package.json')
  if (existsSync(join(bin, 'node')) && stamp('packages') === wanted) return
  log('Installing packages (a minute or two the first time) …')
  const before = readFileSync(join(root, 'package-lock.json'))
  const result = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit' })
  if (result.status !== 0) process.exit(result.status ?? 1)
  // npm may add what it learned about this machine; the repository's lock stays as it was.
  writeFileSync(join(root, 'package-lock.json'), before)
  stamp('packages', wanted)
}

/** The typed database client. Prisma's command asks for an engine binary it does not need for this; any executable will do. */
export function ensureClient() {
  const wanted = hashOf('prisma.config.ts', ...readdirSync(join(root, 'prisma', 'schema')).map((name) => `prisma/schema/${name}`))
  if (existsSync(join(root, 'prisma', 'generated', 'client.ts')) && stamp('client') === wanted) return
  const result = spawnSync(tool('prisma'), ['generate'], { cwd: root, env: toolEnvironment({ PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }), encoding: 'utf8' })
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout}${result.stderr}`)
    process.exit(1)
  }
  stamp('client', wanted)
}

/** The environment for everything we start: the project's own Node and tools first. */
export function toolEnvironment(extra = {}) {
  return { ...process.env, PATH: `${bin}:${process.env.PATH}`, NEXT_TELEMETRY_DISABLED: '1', ...extra }
}

export function tool(name) {
  return join(bin, name)
}

/** Replaces this process's work by `command`, handing on its signals and its exit code. */
export function become(command, args, extra = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: toolEnvironment(extra) })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))
}
