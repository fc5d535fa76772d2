import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchActor } from './session'
import { makeRegisterFile, type RegisterFormat } from '../support/register-file'
import type { ImportRun } from './import-rows-run'

export type ImportRows = { format: RegisterFormat; rows: number; first: ImportRun; second: ImportRun; peakMiB: number }

/**
 * A file of `rows` people, sent in, previewed and confirmed, and then once more, by a process of its own whose memory is its own. The first
 * format finds an empty register; the next ones find the people of those before them.
 */
export async function measureImportRows(options: { rows: number; seed: number; ownerUrl: string; log?: (line: string) => void }): Promise<ImportRows[]> {
  const { actor } = await benchActor(options.ownerUrl, 'VETERAN_COORDINATOR')
  const folder = mkdtempSync(join(tmpdir(), 'indgang-import-'))
  const results: ImportRows[] = []
  try {
    for (const [at, format] of (['csv-windows-1252', 'xlsx'] as const).entries()) {
      const made = await makeRegisterFile({ rows: options.rows, seed: options.seed * 2 + at, format })
      // The maker numbers its people from the start each time: another register's keys and numbers.
      const path = join(folder, made.name)
      writeFileSync(path, made.bytes)
      if (at > 0) await emptyRegister(options.ownerUrl)
      const result = await inOwnProcess(path, actor)
      options.log?.(`${format}: ${describe(result.first)}; second run ${describe(result.second)}; peak ${result.peakMiB.toFixed(0)} MiB`)
      results.push({ format, rows: options.rows, ...result })
    }
    return results
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function describe(run: ImportRun): string {
  return `read ${run.readSeconds.toFixed(1)} s, dry run ${run.previewSeconds.toFixed(1)} s, confirm ${run.confirmSeconds.toFixed(1)} s (${JSON.stringify(run.counts)})`
}

function inOwnProcess(path: string, actor: { userId: string; token: string }): Promise<Pick<ImportRows, 'first' | 'second' | 'peakMiB'>> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'import-rows-run.ts'), [path, actor.userId, actor.token], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    child.once('message', (message) => resolve(message as Pick<ImportRows, 'first' | 'second' | 'peakMiB'>))
    child.once('exit', (code) => reject(new Error(`The import process ended with ${code}`)))
    child.once('error', reject)
  })
}

async function emptyRegister(ownerUrl: string): Promise<void> {
  const { query } = await import('../support/database-server')
  await query(ownerUrl, 'DELETE FROM person')
}
