import { execFileSync } from 'node:child_process'
import type { Figure } from './figure'

const REPORTS = 200

const figure: Figure = {
  bound: '200 generated reports read back, half overviews of progress (PDF), half from contacts (PDF and Word): every entry that was asked for once and under its heading, none that was not, tagged, every drawing described: 200/200',
  database: false,
  async figure({ seed, small, log }) {
    const count = small ? 40 : REPORTS
    const said = execFileSync('node_modules/.bin/tsx', ['tests/bench/reports-readable-run.ts', String(seed * 1000), String(count)], { encoding: 'utf8', maxBuffer: 2 ** 26 })
    const found = JSON.parse(said) as { seed: number; kind: 'progress' | 'contacts'; entries: number; problems: string[] }[]
    for (const kind of ['progress', 'contacts'] as const) {
      const entries = found.filter((one) => one.kind === kind).map((one) => one.entries)
      log(`${entries.length} reports of ${kind} with ${entries.reduce((sum, one) => sum + one, 0)} entries, the longest ${Math.max(...entries)}, ${entries.filter((one) => one === 0).length} empty`)
    }
    log('not opened in LibreOffice, which is not installed here: the Word files are unpacked and their text read')
    const details = found.filter(({ problems }) => problems.length > 0).map((one) => `${one.kind} ${one.seed}: ${one.problems.slice(0, 5).join('; ')}`)
    return { value: `${found.length - details.length}/${count}`, ok: found.length === count && details.length === 0, details }
  },
}
export default figure
