import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const file = '.indgang/e2e.json'

/** What the tests need to know of the server they talk to. Written by serve.ts. */
export type E2eState = { ownerUrl: string; secret: string; spool: string; /** This year's register file, as the demo writes it for a newcomer to import. */ registerFile: string }

export function saveState(state: E2eState): void {
  mkdirSync('.indgang', { recursive: true })
  writeFileSync(file, JSON.stringify(state))
}

export function readState(): E2eState {
  return JSON.parse(readFileSync(file, 'utf8')) as E2eState
}
