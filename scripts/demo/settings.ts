import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const file = '.indgang/demo.json'

export type DemoSettings = { fieldKey: string; secret: string; appPassword: string }

/** Made once per clone and kept: a second start must be able to read what the first one encrypted. */
export function demoSettings(): DemoSettings {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as DemoSettings
  const settings = { fieldKey: randomBytes(32).toString('hex'), secret: randomBytes(32).toString('hex'), appPassword: randomBytes(16).toString('hex') }
  mkdirSync('.indgang', { recursive: true })
  writeFileSync(file, JSON.stringify(settings), { mode: 0o600 })
  return settings
}

export type DemoOptions = { fresh: boolean; port: number; seedOnly: boolean }

export function readOptions(args: string[]): DemoOptions {
  const at = args.indexOf('--port')
  const port = at >= 0 ? Number(args[at + 1]) : 3000
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    console.error('--port needs a number between 1 and 65535, e.g. npm run demo -- --port 3001')
    process.exit(64)
  }
  return { fresh: args.includes('--fresh'), port, seedOnly: args.includes('--seed-only') }
}
