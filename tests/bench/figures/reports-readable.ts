import { execFileSync } from 'node:child_process'
import type { Figure } from './figure'

const REPORTS = 200

const figure: Figure = {
  bound: '200 generated overview reports read back: every entry that was asked for once, none that was not, tagged, every drawing described: 200/200',
  database: false,
  async figure({ seed, small, log }) {
    const count = small ? 40 : REPORTS
    const said = execFileSync('node_modules/.bin/tsx', ['tests/bench/reports-readable-run.ts', String(seed * 1000), String(count)], { encoding: 'utf8', maxBuffer: 2 ** 26 })
    const found = JSON.parse(said) as { seed: number; entries: number; problems: string[] }[]
    const entries = found.map((one) => one.entries)
    log(`${found.length} reports with ${entries.reduce((sum, one) => sum + one, 0)} entries, the longest ${Math.max(...entries)}, ${entries.filter((one) => one === 0).length} empty`)
    const details = found.filter(({ problems }) => problems.length > 0).map((one) => `report ${one.seed}: ${one.problems.slice(0, 5).join('; ')}`)
    return { value: `${found.length - details.length}/${count}`, ok: found.length === count && details.length === 0, details }
  },
}
export default figure
