import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const sources = ['app', 'components', 'lib', 'messages', 'prisma/schema', 'public', 'next.config.ts', 'proxy.ts', 'instrumentation.ts', 'package-lock.json', 'postcss.config.mjs', 'tsconfig.json']
const stampFile = '.next/indgang-source'

function* filesUnder(path: string): Generator<string> {
  if (!existsSync(path)) return
  if (!statSync(path).isDirectory()) return void (yield path)
  for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name))
}

/** A fingerprint of everything the build reads. */
export function sourceFingerprint(): string {
  const hash = createHash('sha256')
  for (const source of sources) for (const file of filesUnder(source)) if (!file.endsWith('.test.ts')) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

/** Builds when the sources changed since the last build. Returns whether it did. */
export async function buildIfStale(log: (line: string) => void): Promise<boolean> {
  const wanted = sourceFingerprint()
  if (existsSync('.next/BUILD_ID') && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return false
  log('Building (about a minute) …')
  const code = await new Promise<number | null>((resolve) => {
    const child = spawn('node_modules/.bin/next', ['build'], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'production' } })
    let output = ''
    const keep = (chunk: Buffer) => void (output = (output + chunk.toString()).slice(-8000))
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('exit', (status) => {
      if (status !== 0) process.stderr.write(output)
      resolve(status)
    })
  })
  if (code !== 0) throw new Error('The build failed')
  writeFileSync(stampFile, wanted)
  return true
}
