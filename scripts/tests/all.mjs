// format of a step: [name, command, args]. Stops at the first that fails; tests are counted from the runners' own reports.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { findBrowser } from './browser.mjs'

const reports = '.indgang/reports'
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const wanted = process.argv.slice(2)
const vitest = (project) => ['vitest', ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${reports}/${project}.json`]]
const steps = [
  ['generate', 'node', ['scripts/generate.mjs']],
  ['lint', 'eslint', ['.', '--max-warnings', '0', '--cache', '--cache-location', '.indgang/eslintcache']],
  ['types', 'tsc', ['--noEmit']],
  ['rules', ...vitest('rules')],
  ['database', ...vitest('database')],
  ['build', 'tsx', ['--conditions=react-server', 'scripts/tests/build.ts']],
  ['browser', 'playwright', ['test']],
].filter(([name]) => wanted.length === 0 || wanted.includes(name))

const counts = { passed: 0, failed: 0, skipped: 0 }

function addReport(name) {
  const file = `${reports}/${name}.json`
  if (!existsSync(file)) return
  const report = JSON.parse(readFileSync(file, 'utf8'))
  counts.passed += report.numPassedTests ?? report.stats?.expected ?? 0
  counts.failed += report.numFailedTests ?? (report.stats ? report.stats.unexpected + report.stats.flaky : 0)
  counts.skipped += report.numPendingTests ?? report.stats?.skipped ?? 0
}

let failed = false
for (const [name, command, args] of steps) {
  const began = Date.now()
  console.log(`\n── ${name} ──`)
  const extra = name === 'browser' ? { CHROMIUM_PATH: findBrowser() } : {}
  const result = spawnSync(`node_modules/.bin/${command}`, args, { stdio: 'inherit', env: { ...process.env, ...extra } })
  addReport(name)
  console.log(`── ${name}: ${result.status === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - began) / 1000).toFixed(0)} s`)
  if (result.status !== 0) {
    failed = true
    break
  }
}
if (failed && counts.failed === 0) counts.failed = 1
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exit(failed || counts.failed > 0 ? 1 : 0)
