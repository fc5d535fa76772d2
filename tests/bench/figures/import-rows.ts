import { measureImportRows } from '../import-rows'
import type { Figure } from './figure'

const ROWS = 20_000
const SECONDS = 60
const MIB = 1024

const figure: Figure = {
  bound: '20,000 rows, dry run + confirm, CSV and xlsx: ≤ 60 s, ≤ 1 GiB; second run 0 changes',
  database: true,
  async figure({ seed, ownerUrl, log }) {
    const runs = await measureImportRows({ rows: ROWS, seed, ownerUrl, log })
    const seconds = runs.map(({ first }) => first.readSeconds + first.previewSeconds + first.confirmSeconds)
    const peak = Math.max(...runs.map((run) => run.peakMiB))
    const whole = runs.every(({ first }) => first.counts.new === ROWS)
    const changes = runs.reduce((sum, { second }) => sum + ROWS - (second.counts.same ?? 0), 0)
    const value = `${runs.map((run, at) => `${run.format} ${seconds[at]?.toFixed(1)} s`).join(', ')}, peak ${peak.toFixed(0)} MiB, ${changes} changes on the second run`
    return { value, ok: whole && changes === 0 && Math.max(...seconds) <= SECONDS && peak <= MIB }
  },
}
export default figure
